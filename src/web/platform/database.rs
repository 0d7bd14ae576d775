//! The record on the device. It lives in IndexedDB, where there is room for years of
//! it: one row for each entry, folded into one row now and then, so that reading stays
//! quick.

use super::storage::Trouble;
use gloo_events::EventListener;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

const NAME: &str = "ninesteps";
const ROWS: &str = "record";
/// More rows than this are folded into one when the record is read.
const LOOSE: u32 = 200;

/// The opened database.
#[derive(Clone, PartialEq)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens it.
    ///
    /// # Errors
    /// The browser has none here, or forbids it.
    pub async fn open() -> Result<Self, Trouble> {
        opened().await.map(Self).map_err(|_| Trouble::Blocked)
    }

    /// The whole record, as it was kept.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn read(&self) -> Result<Vec<u8>, Trouble> {
        self.read_rows().await.map_err(|_| Trouble::Blocked)
    }

    async fn read_rows(&self) -> Result<Vec<u8>, JsValue> {
        let rows = self.rows()?;
        let all: Array = settled(&rows.get_all()?).await?.unchecked_into();
        let bytes: Vec<u8> = all.iter().flat_map(|row| Uint8Array::new(&row).to_vec()).collect();
        if all.length() > LOOSE {
            rows.clear()?;
            rows.add(&Uint8Array::from(bytes.as_slice()))?;
        }
        Ok(bytes)
    }

    /// Adds to the record.
    ///
    /// # Errors
    /// There is no room left.
    pub async fn add(&self, bytes: &[u8]) -> Result<(), Trouble> {
        self.write(bytes, Before::Add).await.map_err(|_| Trouble::Full)
    }

    /// Puts this in place of the record; nothing forgets it all.
    ///
    /// # Errors
    /// There is no room left; then the record is as it was.
    pub async fn replace(&self, bytes: &[u8]) -> Result<(), Trouble> {
        self.write(bytes, Before::Clear).await.map_err(|_| Trouble::Full)
    }

    async fn write(&self, bytes: &[u8], before: Before) -> Result<(), JsValue> {
        let rows = self.rows()?;
        if before == Before::Clear {
            rows.clear()?;
        }
        if !bytes.is_empty() {
            rows.add(&Uint8Array::from(bytes))?;
        }
        let done = rows.transaction();
        let promise = Promise::new(&mut |kept, lost| {
            done.set_oncomplete(Some(&kept));
            done.set_onabort(Some(&lost));
        });
        JsFuture::from(promise).await.map(|_| ())
    }

    fn rows(&self) -> Result<IdbObjectStore, JsValue> {
        self.0.transaction_with_str_and_mode(ROWS, IdbTransactionMode::Readwrite)?.object_store(ROWS)
    }
}

/// What happens to the rows there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Add,
    Clear,
}

async fn opened() -> Result<IdbDatabase, JsValue> {
    let factory = web_sys::window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(NAME, 1)?;
    let making = request.clone();
    let _making = EventListener::once(&request, "upgradeneeded", move |_| {
        let made = making.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok());
        let numbered = IdbObjectStoreParameters::new();
        numbered.set_auto_increment(true);
        let _ = made.map(|database| database.create_object_store_with_optional_parameters(ROWS, &numbered));
    });
    settled(&request).await?.dyn_into()
}

/// What a request came to.
async fn settled(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |well, badly| {
        request.set_onsuccess(Some(&well));
        request.set_onerror(Some(&badly));
    });
    JsFuture::from(promise).await?;
    request.result()
}
