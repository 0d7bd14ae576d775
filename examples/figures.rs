use ninesteps::{method, scenario, analysis::*};
use std::rc::Rc;
fn main(){
  let m=std::fs::read_to_string("scenarios/methods/nine-steps.toml").unwrap();
  let (method, p)=method::parse(&m); for d in &p { println!("{:?} {}", d, ninesteps::diagnostic::Place::of(&m,&d.span)); }
  let method=method.unwrap();
  for f in std::env::args().skip(1){
    let s=std::fs::read_to_string(&f).unwrap();
    let (sc,p)=scenario::parse(&s,&[&method]);
    for d in &p { println!("{:?} {}", d, ninesteps::diagnostic::Place::of(&s,&d.span)); }
    let Some(sc)=sc else {continue}; let sc=Rc::new(sc);
    println!("{} {:?}", f, sc.hashes());
    let t=std::time::Instant::now();
    let v=Search::new(sc).finish().unwrap();
    println!("B {} W {} states {} in {:?}", v.best(), v.worst(), v.graph().len(), t.elapsed());
    for p in Player::ALL { println!("  {:?} {} skill {:?}", p, v.player(p), v.skill_of(p)); }
  }
}
