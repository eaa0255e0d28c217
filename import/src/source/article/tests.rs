//! Which text gets which file.

use super::*;

const TEXT: &str = "# 例田花子さんに聞く\n\n- 名前: 例田花子\n- 会社名: 例社\n\n人です。\n\n## Quick Chat\n\n---- 質問ですか。\n\n答えは図書館の仕組みです。\n\n---- 次は？\n\n夜に動く関数が好きです。\n";

/// Another person answers the same questions under the same title.
fn other() -> String {
    TEXT.replace("名前: 例田花子", "名前: 試作太郎").replace("図書館の仕組み", "銀行の窓口").replace("夜に", "朝に")
}

fn known(name: Option<&str>) -> Known {
    let languages = Language::parse("ja").into_iter().collect();
    Known { languages, name: name.map(str::to_owned), ..Known::default() }
}

fn paths(joined: &Joined) -> Vec<String> {
    joined.imported.items.iter().map(|item| item.place.path()).collect()
}

fn read(text: &str, known: &Known) -> Joined {
    interview(text, known).expect("it is an interview")
}

/// What is known after an import that nobody has edited.
fn after(mut known: Known, joined: &Joined) -> Known {
    for item in &joined.imported.items {
        let field =
            item.fields.iter().find(|field| matches!(field.name, "name" | "title")).expect("every item has one");
        let crate::Value::Text(name) = &field.value else { unreachable!("names are texts") };
        let named = |slug: &Slug| Named { slug: slug.clone(), names: vec![name.clone()] };
        let (all, named) = match &item.place {
            Place::Speaker(slug) => (&mut known.speakers, named(slug)),
            Place::Interview(slug) => {
                known.written.insert(item.place.clone(), write::file(item));
                (&mut known.interviews, named(slug))
            }
            Place::Event | Place::Session(_) => continue,
        };
        all.retain(|one| one.slug != named.slug);
        all.push(named);
    }
    known.places.extend(joined.places.clone());
    known
}

#[test]
fn the_same_text_gives_the_same_files_again() {
    for name in [Some("mail"), None] {
        let first = read(TEXT, &known(name));
        let second = read(TEXT, &after(known(name), &first));
        assert_eq!(second.imported, first.imported);
        assert_eq!(second.gone, []);
        assert_eq!(first.imported.items.len(), 2);
    }
}

#[test]
fn another_text_takes_nobodys_file_whatever_it_is_called() {
    for (one, two) in [(Some("mail"), Some("mail")), (None, None), (Some("mail"), Some("other")), (None, Some("mail"))]
    {
        let first = read(TEXT, &known(one));
        let all = Known { name: two.map(str::to_owned), ..after(known(one), &first) };
        let second = read(&other(), &all);
        let (mine, theirs) = (paths(&first), paths(&second));
        assert!(theirs.iter().all(|path| !mine.contains(path)), "{mine:?} {theirs:?}");
        assert_eq!((theirs.len(), second.gone.as_slice()), (2, [].as_slice()));
        // Both find their own again.
        let all = after(all, &second);
        assert_eq!(read(&other(), &all).imported, second.imported);
        let again = read(TEXT, &Known { name: one.map(str::to_owned), ..all });
        assert_eq!((again.imported, again.gone), (first.imported, vec![]));
    }
}

#[test]
fn another_interview_with_the_same_person_is_another_one() {
    let first = read(TEXT, &known(Some("mail")));
    let text = "# 次の図書館\n\n- 名前: 例田花子\n\n---- なぜですか。\n\n新しい建物ができたからです。\n";
    let second = read(text, &after(known(Some("mail")), &first));
    assert_eq!(paths(&second), ["interviews/mail-2.md"]);
}

#[test]
fn a_text_that_changed_is_the_same_one() {
    let first = read(TEXT, &known(Some("mail")));
    for changed in [
        TEXT.replace("夜に動く", "夜中に動く"),
        TEXT.replace("# 例田花子さんに聞く", "# 図書館の関数"),
        format!("{TEXT}\n---- 最後に一言。\n\n図書館へどうぞ。お待ちしております。\n"),
        TEXT.replace("例田花子\n", "例田 花子（れいだ はなこ）\n"),
    ] {
        let second = read(&changed, &after(known(Some("mail")), &first));
        assert_eq!((paths(&second), second.gone), (paths(&first), vec![]), "{changed}");
    }
}

#[test]
fn a_speaker_whose_file_got_another_name_is_told_of_as_before() {
    let first = read(TEXT, &known(Some("mail")));
    let mut all = after(known(Some("mail")), &first);
    // As the comment in the file asks for.
    all.speakers[0].slug = Slug::parse("hanako-reida").expect("a slug");
    assert_eq!(read(TEXT, &all).imported, first.imported);
    // Nobody else is given the name that the other interview still has.
    assert!(paths(&read(&other(), &all)).contains(&"program/speakers/mail-2.md".to_owned()));
}

#[test]
fn a_name_of_the_command_line_stays() {
    let slug = |slug| Slug::parse(slug);
    let first = read(TEXT, &Known { slug: slug("library"), ..known(Some("mail")) });
    assert_eq!(paths(&first), ["interviews/library.md", "program/speakers/library.md"]);
    let all = after(known(Some("mail")), &first);
    assert_eq!(read(TEXT, &all).imported, first.imported);
    assert_eq!(read(TEXT, &Known { slug: slug("library"), ..all.clone() }).imported, first.imported);
    // Another name makes another file of it, and the speaker stays.
    let moved = read(TEXT, &Known { slug: slug("functions"), ..all.clone() });
    assert_eq!(paths(&moved), ["interviews/functions.md", "program/speakers/library.md"]);
    assert_eq!(moved.gone, [Place::Interview(slug("library").expect("a slug"))]);
    // Also where the name is the usual one with a number.
    let numbered = Known { slug: slug("mail-2"), ..known(Some("mail")) };
    let first = read(TEXT, &numbered);
    assert_eq!(read(TEXT, &after(known(Some("mail")), &first)).imported, first.imported);
    // It takes no other interview's name.
    let other = read(&other(), &Known { slug: slug("library"), ..all });
    assert_eq!(paths(&other)[0], "interviews/library-2.md");
}

/// The export of a blog, its entries by their names there.
fn export(entries: &[(&str, &str, &str)]) -> String {
    let entry = |(id, category, text): &(&str, &str, &str)| {
        format!("TITLE: 聞きました\nBASENAME: {id}\nCATEGORY: {category}\n-----\nBODY:\n{text}\n-----\n--------\n")
    };
    entries.iter().map(entry).collect()
}

fn read_blog(text: &str, known: &Known, category: &str) -> Joined {
    blog(text, &Known { categories: vec![category.to_owned()], ..known.clone() }).expect("it is a blog")
}

#[test]
fn entries_of_a_blog_keep_their_files_whatever_is_published_before_them() {
    let (one, two) = (("2016/10/01/0900", "a", TEXT), ("2016/10/02/0900", "a", &*other()));
    let first = read_blog(&export(&[one]), &known(Some("export")), "a");
    let all = after(known(Some("export")), &first);
    let second = read_blog(&export(&[two, one]), &all, "a");
    assert_eq!(second.imported.items[2..], first.imported.items);
    assert_eq!(paths(&second)[..2], ["interviews/interview-1-2.md", "program/speakers/speaker-1-2.md"]);
    let all = after(all, &second);
    assert_eq!(read_blog(&export(&[two, one]), &all, "a").imported, second.imported);
    // What the blog has no more is gone; what is only in another category is not.
    let third = read_blog(&export(&[one]), &all, "a");
    let gone: Vec<_> = third.gone.iter().map(Place::path).collect();
    assert_eq!(gone, ["program/speakers/speaker-1-2.md", "interviews/interview-1-2.md"]);
    let moved = (one.0, "b", one.2);
    assert_eq!(read_blog(&export(&[two, moved]), &all, "a").gone, []);
    // Another blog whose export has the same name, and an entry as well.
    let text = "- 名前: 例田次郎\n\n---- なぜ？\n\n理由はまったく別のところにあります。\n";
    let foreign = export(&[(one.0, "a", text)]).replace("聞きました", "別の話");
    let foreign = read_blog(&foreign, &all, "a");
    assert_eq!((paths(&foreign)[0].as_str(), foreign.gone.as_slice()), ("interviews/interview-1-3.md", [].as_slice()));
}

/// A text whose title looks like a name, and another one that names nobody.
const TITLED: &str = "# Example Overview\n\n---- Why?\n\nBecause of the library and its rooms.\n";
const UNTITLED: &str = "# サーバーレスの図書館\n\n---- なぜ？\n\n夜だけ動く関数があるからです。\n";

fn asking(known: &Known, people: &[&str]) -> Known {
    Known { interviewees: people.iter().map(|&name| name.to_owned()).collect(), ..known.clone() }
}

#[test]
fn people_of_the_command_line_are_remembered() {
    for (text, people, expected) in [
        (UNTITLED, &["Hana Example"][..], "speaker: hana-example\n"),
        (TITLED, &["Hana Example"], "speaker: hana-example\n"),
        (UNTITLED, &["例田花子"], "speaker: mail\n"),
        (UNTITLED, &["例田花子（れいだ はなこ）"], "speaker: reida-hanako\n"),
        (UNTITLED, &["例田花子 (Hana Reida)", "Jiro Sample"], "speakers: [hana-reida, jiro-sample]\n"),
    ] {
        let first = read(text, &asking(&known(Some("mail")), people));
        let file = write::file(&first.imported.items[0]);
        assert!(file.contains(expected) && !file.contains("guessed"), "{file}");
        let all = after(known(Some("mail")), &first);
        // The same text without the option, with it, and with the slugs of the new files.
        let slugs: Vec<_> = first.imported.items[1..].iter().map(|item| item.place.path()).collect();
        let slugs: Vec<_> = slugs.iter().map(|path| &path["program/speakers/".len()..path.len() - 3]).collect();
        for people in [&[][..], people, &slugs] {
            let again = read(text, &asking(&all, people));
            assert_eq!((again.imported, again.gone), (first.imported.clone(), vec![]), "{people:?}");
        }
        // Another text of the same name says nothing about its people.
        assert!(interview("# 別の話\n\n---- なに？\n\nまったく違う朝の銀行の話です。\n", &all).is_err());
    }
}

#[test]
fn the_command_line_corrects_a_guess() {
    let first = read(TITLED, &known(Some("mail")));
    assert_eq!(paths(&first), ["interviews/example-overview.md", "program/speakers/example-overview.md"]);
    let mut all = after(known(Some("mail")), &first);
    let second = read(TITLED, &asking(&all, &["Jiro Sample", "Hana Example"]));
    let expected =
        ["interviews/example-overview.md", "program/speakers/jiro-sample.md", "program/speakers/hana-example.md"];
    assert_eq!(paths(&second), expected);
    assert_eq!(second.gone.iter().map(Place::path).collect::<Vec<_>>(), ["program/speakers/example-overview.md"]);
    // A shorter list replaces a longer one.
    all = after(all, &second);
    let third = read(TITLED, &asking(&all, &["hana-example"]));
    let last = read(TITLED, &after(all, &third));
    assert_eq!(last.imported, third.imported);
    assert_eq!(paths(&last), ["interviews/example-overview.md", "program/speakers/hana-example.md"]);
}

#[test]
fn a_speaker_with_a_file_is_named_by_slug_or_name() {
    let mut all = known(Some("mail"));
    let names = ["例田花子", "Hana Reida"].map(str::to_owned).to_vec();
    // Two people have the same name.
    for slug in ["hana", "hana-of-osaka"] {
        all.speakers.push(Named { slug: Slug::parse(slug).expect("a slug"), names: names.clone() });
    }
    let jiro = vec!["試作次郎".to_owned()];
    all.speakers.push(Named { slug: Slug::parse("jiro").expect("a slug"), names: jiro });
    for (asked, speaker) in [("hana", "hana"), ("hana-of-osaka", "hana-of-osaka"), ("試作 次郎さん", "jiro")] {
        let found = read(UNTITLED, &asking(&all, &[asked]));
        assert_eq!(found.imported.items.len(), 1, "{asked}");
        assert!(write::file(&found.imported.items[0]).contains(&format!("speaker: {speaker}\n")), "{asked}");
    }
    // A profile with a nickname is that of the named person.
    let profile = UNTITLED.replace("\n\n----", "\n\n名前：はなちゃん\n会社名：例社\n\n----");
    let found = read(&profile, &asking(&all, &["hana"]));
    assert!(write::file(&found.imported.items[0]).contains("speaker: hana\n"));
    assert!(found.imported.skipped.iter().any(|one| one.reason.english.contains("organization “例社”")));
}

#[test]
fn people_who_cannot_be_meant_are_told() {
    let all = known(Some("mail"));
    for (text, people, english, japanese) in [
        (
            UNTITLED,
            &["hana-exampel"][..],
            "there is no speaker `hana-exampel`",
            "登壇者`hana-exampel`のファイルがありません",
        ),
        (UNTITLED, &[" "], "` ` is no name of a person", "` `は人の名前として読めません"),
        (UNTITLED, &["?!"], "`?!` is no name of a person", "`?!`は人の名前として読めません"),
        (
            TEXT,
            &["A B", "C D"],
            "the profiles in the text are of 例田花子, but `--speaker` is given 2 times",
            "テキストのプロフィールは例田花子のものですが、`--speaker`は2個あります",
        ),
    ] {
        let damage = interview(text, &asking(&all, people)).expect_err("nobody");
        assert_eq!((damage.message.english.as_str(), damage.message.japanese.as_str()), (english, japanese));
        assert!(damage.help.english.contains("`--speaker`") && damage.help.japanese.contains("`--speaker`"));
    }
}

#[test]
fn the_people_of_one_entry_are_not_those_of_another() {
    let entries = [("one", "a", UNTITLED), ("two", "b", TITLED), ("three", "b", UNTITLED)];
    let all = asking(&known(Some("export")), &["Hana Example"]);
    let first = read_blog(&export(&entries), &all, "a");
    assert!(write::file(&first.imported.items[0]).contains("speaker: hana-example\n"));
    let again = read_blog(&export(&entries), &asking(&after(all.clone(), &first), &[]), "a");
    assert_eq!((again.imported, again.gone), (first.imported, vec![]));
    let several = Known { categories: vec!["b".to_owned()], ..all };
    let damage = blog(&export(&entries), &several).expect_err("two entries");
    assert!(damage.message.english.ends_with("but 2 entries have these categories"), "{}", damage.message.english);
}
