use conference::{diagnostic::*, load::*};
#[path = "/work/wt-domain/conference/tests/it/disk.rs"]
mod disk;
fn main() {
    let root = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let s = disk::read(&root);
    let t = std::time::Instant::now();
    let l = load(&s);
    eprintln!("{:?}", t.elapsed());
    let style = if std::env::args().nth(2).is_some() { Style::Colored } else { Style::Plain };
    for d in &l.diagnostics {
        println!("{}", render(d, style));
    }
    println!("{}", Count::of(&l.diagnostics));
    if let Some(c) = l.conference {
        println!(
            "{} sessions {} speakers {} interviews rev {} {:?}",
            c.sessions.len(),
            c.speakers.len(),
            c.interviews.len(),
            c.revision,
            c.event.acronym
        );
    } else {
        println!("NO CONFERENCE");
    }
}
