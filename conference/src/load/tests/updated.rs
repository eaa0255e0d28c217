//! The time of the last change of an interview or article.

use super::*;

fn read(published: &str, rest: &str, now: &str) -> (Loaded, Option<DateTime>) {
    let now: DateTime = now.parse().expect("a date and time");
    let files =
        [("program/speakers/taro.md", &*speaker("太郎")), ("interviews/a.md", &interview("taro", published, rest))];
    let loaded = load(&sources(&files), Audience::Visitors(&move |_| now));
    let updated = loaded.conference.as_ref().and_then(|conference| conference.interviews.first()?.updated);
    (loaded, updated)
}

#[test]
fn a_change_has_a_day_or_a_time_after_the_publication() {
    for (published, updated, expected) in [
        ("2016-09-25", "2016-10-03", Some("2016-10-03T00:00")),
        ("2016-09-25", "2016-10-03 09:30", Some("2016-10-03T09:30")),
        ("2016-09-25", "2016-09-25", Some("2016-09-25T00:00")),
        // The day alone, and the item was published in the course of it.
        ("2016-09-25 10:00", "2016-09-25", Some("2016-09-25T10:00")),
        ("2016-09-25 10:00", "2016-09-25 09:59", None),
        ("2016-09-25", "2016-09-24", None),
    ] {
        let (loaded, found) = read(published, &format!("updated: {updated}\n"), "2016-10-10T00:00");
        assert_eq!(found, expected.map(|moment| moment.parse().expect("a date and time")), "{published} {updated}");
        let problems =
            if expected.is_none() { vec![("interviews/a.md", "updated-before-published")] } else { Vec::new() };
        assert_eq!(codes(&loaded.diagnostics), problems, "{published} {updated}");
    }
    let (loaded, _) = read("2016-09-25", "", "2016-10-10T00:00");
    let conference = loaded.conference.expect("there is an event");
    assert_eq!(conference.interviews[0].modified(), conference.interviews[0].published);
}

#[test]
fn a_change_in_the_future_is_told_and_counts_from_its_time_on() {
    let change = "updated: 2016-10-03 09:30\n";
    let (before, none) = read("2016-09-25", change, "2016-10-03T09:29");
    assert_eq!((none, codes(&before.diagnostics)), (None, vec![("interviews/a.md", "updated-later")]));
    let before = before.conference.expect("there is an event");
    let moment = "2016-10-03T09:30".parse().expect("a date and time");
    assert_eq!(before.next_publication, Some(moment));
    let (after, updated) = read("2016-09-25", change, "2016-10-03T09:30");
    assert_eq!((updated, codes(&after.diagnostics)), (Some(moment), Vec::new()));
    let after = after.conference.expect("there is an event");
    assert_eq!(after.next_publication, None);
    assert_ne!(after.revision, before.revision);
}
