//! Tests of the moment that an export shows.

use std::fs;

use app::Now;
use clap::Parser as _;

use super::*;
use crate::{
    arguments::{Arguments, Command},
    clock::Clock,
};

/// The fixture with an interview that is published at noon, opened an hour earlier.
fn opened(content: &Path) -> App {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal");
    for path in ["program/event.md", "program/speakers/john-doe.md", "interviews/noon.md"] {
        let place = content.join(path);
        fs::create_dir_all(place.parent().expect("it lies in a folder")).expect("a folder");
        let text = match path {
            "program/event.md" => fs::read_to_string(fixture.join(path)).expect("the fixture is there"),
            "interviews/noon.md" => {
                "---\ntitle: T\nspeaker: john-doe\npublished: 2016-09-01 12:00\n---\n\n---- Why?\n\nSo.\n".to_owned()
            }
            _ => "---\nname: John Doe\n---\nSpeaks.\n".to_owned(),
        };
        fs::write(place, text).expect("a file");
    }
    let arguments = ["serverlessconf", "export", "site", "--at", "2016-09-01T11:00"];
    let Command::Export(options) = Arguments::parse_from(arguments).command else { panic!("it is an export") };
    start::open(content, &options.site, Preview::Off, CACHE).expect("a site")
}

fn interviews(edition: &Edition) -> usize {
    edition.site.as_ref().map_or(0, |site| site.conference.interviews.len())
}

#[test]
fn all_pages_are_of_one_edition_and_moment() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = opened(folder.path());
    assert_eq!(interviews(&app.library.edition()), 0);
    // The interview is published before the export begins.
    let (app, edition) = at_one_moment(App { clock: Clock::System, ..app });
    assert_eq!(interviews(&edition), 1);
    let present = app.library.present(app.clock).expect("nothing is published any more");
    assert!(Arc::ptr_eq(&present, &edition));
    let zone = &edition.site.as_ref().expect("a site").conference.event.timezone;
    let now = app.clock.now(zone);
    assert_eq!(app.clock.now(zone), now);
    assert!(matches!(now, Now::Ticking(_)), "the schedule goes on in the browser");
}
