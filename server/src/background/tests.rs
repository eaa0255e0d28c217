//! Editions follow each other, whatever becomes of one.

use std::{cell::RefCell, path::Path, sync::mpsc};

use app::{Preview, Urls};

use super::*;
use crate::{content::ContentFolder, pictures::Cache};

#[test]
fn an_edition_that_cannot_be_rendered_keeps_no_later_one_from_it() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal");
    let folder = ContentFolder::open(&content, Pictures::new(Cache::of_user())).expect("the fixture is there");
    let clock = Clock::Fixed("2016-10-02T10:00".parse().expect("a date and time"));
    let library = Library::open(folder, Urls::default(), Preview::Off, clock);
    let (sender, editions) = mpsc::channel();
    let (bad, good) = (library.edition(), library.reload(clock));
    for edition in [&bad, &good] {
        sender.send(edition.clone()).expect("it is received below");
    }
    drop(sender);
    let rendered = RefCell::new(Vec::new());
    for_each_edition(editions, |edition| {
        assert!(!Arc::ptr_eq(edition, &bad), "this one cannot be rendered");
        rendered.borrow_mut().push(edition.clone());
    });
    assert!(rendered.borrow().len() == 1 && Arc::ptr_eq(&rendered.borrow()[0], &good));
}
