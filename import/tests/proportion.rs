//! Time in proportion: every importer, on sources with very many parts of one kind, each different.
//!
//! Nothing is measured, as machines differ. The sizes are such that the tests take seconds, and would take minutes where
//! every part is compared with every other one.

use std::fmt::Write as _;

use import::{Known, Reading, SourceKind, read};

/// A source of many parts; `%` stands for the number of each.
struct Long {
    start: &'static str,
    part: &'static str,
    end: &'static str,
    count: usize,
}

fn long(start: &'static str, part: &'static str, end: &'static str, count: usize) -> Long {
    Long { start, part, end, count }
}

impl Long {
    fn text(&self) -> String {
        let mut text = self.start.to_owned();
        for number in 0..self.count {
            _ = write!(text, "{}", self.part.replace('%', &number.to_string()));
        }
        text + self.end
    }
}

/// Reads every source. Some are larger than what is taken over; then that is said, as quickly.
fn check(kind: SourceKind, sources: &[Long]) {
    let known = Known { categories: vec!["a".to_owned()], ..Known::default() };
    for source in sources {
        match read(source.text().as_bytes(), Some(kind), &known) {
            Ok(Reading { imported, .. }) => assert!(!imported.items.is_empty(), "{}", source.part),
            Err(damage) => assert!(!damage.help.english.is_empty(), "{}", source.part),
        }
    }
}

#[test]
fn texts_and_mails() {
    let head = "Name: Hana Example\n\n---- Why?\n\n";
    let mail = "From: Hana Example\nTo: b\n\n";
    check(
        SourceKind::Interview,
        &[
            long("Name: Hana Example\n\n", "---- Why %?\n\nSo %.\n\n", "", 6_000),
            long("Name: Hana Example\n\n", "---- Why?\n", "", 15_000),
            long("", "Name: Hana %\n", "\n---- Why?\n\nSo.\n", 5_000),
            long("", "Name: Hana %\n\nShe is %.\n\n", "---- Why?\n\nSo.\n", 8_000),
            long(head, "a[^%]\n\n[^%]: note %\n\n", "", 6_000),
            long(head, "## Part % {#part-%}\n\nSo.\n\n", "", 8_000),
            long(head, "- item %\n", "", 20_000),
            long("Name: Hana Example\n\n---- Why?\n\n|a|b|\n|-|-|\n", "|%|%|\n", "", 15_000),
            long(head, "line % ", "", 30_000),
            long("# Title\n\n", "**Taro:** Why %?\n\n**Hana:** So %.\n\n", "", 5_000),
            long("# Title\n\n", "**Taro %:** Why?\n\n**Hana %:** So.\n\n", "", 5_000),
            long("Title\n\n", "Taro%: Why?\nHana%: So.\nTaro%: And?\nHana%: Then.\n", "", 4_000),
            long(mail, "Q%: Why?\nA: So %.\n\n", "", 8_000),
            long(mail, "> Why %?\n\nSo.\n", "", 8_000),
            long("From: Hana Example\nTo: b\n\nQ: Why?\nA: So\n", "word %\n", "", 30_000),
            long("From: Hana Example\nTo: b\n\nQ: Why\n", "word %\n", "\nA: So.\n", 30_000),
            long("Name: Hana Example\n\n**Q:** Why\n", "word %\n", "\n**A:** So.\n", 15_000),
        ],
    );
}

#[test]
fn posts_in_hatenas_notation_and_in_html() {
    let hatena = "*Interview with Hana Example\n---- Why?\n";
    let html = "<p>Name: Hana Example</p><p>---- Why?</p>";
    check(
        SourceKind::Interview,
        &[
            long(hatena, "word %((note %))\n", "", 6_000),
            long(hatena, "-item %\n>>\n%\n<<\n", "", 8_000),
            long(hatena, "[f:id:a:2016:%j:plain][https://example.org/%:title=%]\n", "", 4_000),
            long("*Interview with Hana Example\n---- Why?\n>||\n", "code %\n", "", 20_000),
            long(html, "<p>So <b>%</b> <a href=\"https://example.org/%\">a</a></p>", "", 5_000),
            long(html, "<a href=\"#f-%\">*%</a><a name=\"f-%\">*%</a>x", "", 15_000),
            long("<p>Name: Hana Example</p><p>---- Why?</p><table>", "<tr><td>%<td>%", "", 20_000),
            long(html, "<ul><li>%<b>", "", 10_000),
            long("<p>Name: Hana Example</p><p>Q: Why", "<br>word %", "<br>A: So.</p>", 20_000),
        ],
    );
}

#[test]
fn exports_of_blogs() {
    check(
        SourceKind::Blog,
        &[
            long(
                "",
                "TITLE: Interview with Hana %\nBASENAME: a%\nCATEGORY: a\n-----\nBODY:\nQ: Why?\nA: So.\n-----\n--------\n",
                "",
                3_000,
            ),
            long(
                "",
                "TITLE: Interview with Hana Example\nCATEGORY: a\n-----\nBODY:\nQ: Why?\nA: So.\n-----\n--------\n",
                "",
                5_000,
            ),
            long(
                "",
                "TITLE: 例田%さんに聞く\nBASENAME: 2016/%\nCATEGORY: a\n-----\nBODY:\nQ: Why?\nA: So.\n-----\n--------\n",
                "",
                3_000,
            ),
            long(
                "",
                "TITLE: Interview with Hana\nCATEGORY: a\nCATEGORY: b%\n-----\nBODY:\n<p>a\n-----\nCOMMENT:\nb\n-----\n--------\n",
                "",
                10_000,
            ),
            long(
                "TITLE: x\nCATEGORY: a\n-----\nBODY:\nName: Hana Example\n\n---- Why?\n\n",
                "-----\n--------\nSo %.\n\n",
                "-----\n--------\n",
                6_000,
            ),
        ],
    );
}

#[test]
fn schedules() {
    check(
        SourceKind::FrabXml,
        &[
            long(
                "<schedule><day date=\"2027-01-01\"><room name=\"a\"><event id=\"1\"><start>10:00</start><title>a</title><abstract>",
                "<p>a <b>%</b></p>",
                "</abstract></event></room></day></schedule>",
                20_000,
            ),
            long(
                "<schedule><day date=\"2027-01-01\"><room name=\"a\"><event id=\"1\"><start>10:00</start><title>a</title><persons>",
                "<person id=\"%\">Hana %</person>",
                "</persons></event></room></day></schedule>",
                9_000,
            ),
            long(
                "<schedule><day date=\"2027-01-01\">",
                "<room name=\"r%\"><event id=\"%\"><start>10:00</start><title>Lunch</title></event></room>",
                "</day></schedule>",
                6_000,
            ),
        ],
    );
    check(
        SourceKind::FrabJson,
        &[long(
            "{\"schedule\":{\"conference\":{\"days\":[{\"date\":\"2027-01-01\",\"rooms\":{\"x\":[]",
            ",\"r%\":[{\"id\":%,\"title\":\"Lunch\",\"start\":\"10:00\",\"track\":\"t%\"}]",
            "}}]}}}",
            4_000,
        )],
    );
    check(
        SourceKind::Pretalx,
        &[long(
            "{\"results\":[{\"id\":1,\"name\":{\"en\":\"x\"}}",
            ",{\"code\":\"A%\",\"title\":\"Lunch\",\"slot\":{\"id\":%,\"start\":\"2027-05-14T10:00:00Z\",\"room\":\"r%\"},\
             \"speakers\":[{\"code\":\"P%\",\"name\":\"Hana\"}],\"tags\":[\"t%\"]}",
            "]}",
            3_000,
        )],
    );
    check(
        SourceKind::Sessionize,
        &[long(
            "{\"rooms\":[],\"speakers\":[],\"sessions\":[{\"id\":\"x\",\"title\":\"a\"}",
            ",{\"id\":\"%\",\"title\":\"Lunch\",\"startsAt\":\"2027-02-22T13:00:00\",\"roomId\":%}",
            "]}",
            8_000,
        )],
    );
}

/// A long title is not repeated in full where sessions overlap, and not once for each of many people.
#[test]
fn memory_is_in_proportion_as_well() {
    let people: String = (0..4_000).map(|number| format!("<person id=\"{number}\">Hana</person>")).collect();
    let title = "x".repeat(600_000);
    let event = |id: u8| {
        format!("<event id=\"{id}\"><start>10:00</start><title>{title}</title><persons>{people}</persons></event>")
    };
    let text =
        format!("<schedule><day date=\"2027-01-01\"><room name=\"a\">{}{}</room></day></schedule>", event(1), event(2));
    let found = read(text.as_bytes(), None, &Known::default()).expect_err("no file can hold it");
    assert!(found.message.english.ends_with("is larger than any file may be"), "{found:?}");
}
