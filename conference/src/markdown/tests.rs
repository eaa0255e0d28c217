//! What comes of whole texts.

mod bodies;
mod hostile;
mod html;
mod interviews;
mod news;
mod problems;
mod signs;

use crate::{
    Body, Language, Transcript,
    diagnostic::Problem,
    message,
    picture::{Color, Medium, Picture, Role},
};

use super::{Image, Remark, Rendered, Resolve, Source, Target, article, interview, sanitise};

/// A conference with a session, and a photograph beside the text.
struct Site;

impl Resolve for Site {
    fn link(&self, destination: &str) -> Target {
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment.to_owned())),
            None => (destination, None),
        };
        match (path, fragment) {
            ("", Some(fragment)) => Target::SameFile { fragment },
            ("../program/sessions/newspass.md", fragment) => Target::Internal {
                url: "/sessions/newspass".to_owned(),
                path: "program/sessions/newspass.md".to_owned(),
                fragment,
                remarks: Vec::new(),
            },
            (path, _) => nowhere(path),
        }
    }

    fn image(&self, destination: &str) -> Image {
        match destination {
            "hall.png" => Image::File { path: "interviews/hall.png".to_owned(), size: None, remarks: Vec::new() },
            "hall.jpg" => Image::Picture {
                path: "interviews/hall.jpg".to_owned(),
                renditions: HALL.renditions([1; 32], Role::Figure),
                tint: HALL.tint(),
                remarks: Vec::new(),
            },
            path => {
                let message = message!("there is no file `{path}`", "`{path}`はありません");
                Image::Broken(Remark {
                    code: "broken-link",
                    message,
                    help: message!("check the path", "パスを確かめてください"),
                })
            }
        }
    }
}

/// A photograph beside the text.
const HALL: Picture = Picture { width: 800, height: 600, medium: Medium::Photograph, color: Color([1, 2, 255]) };

fn nowhere(path: &str) -> Target {
    let message = message!("there is no file `{path}`", "`{path}`はありません");
    Target::Broken {
        code: "broken-link", message, help: message!("check the path", "パスを確かめてください")
    }
}

const FRONT: &str = "---\ntitle: 題\n---\n";

fn render<T>(
    body: &str,
    language: &str,
    function: fn(&Source<'_>, &dyn Resolve) -> Rendered<T>,
) -> (String, Rendered<T>) {
    let file = format!("{FRONT}{body}");
    let language = Language::parse(language).expect("a valid tag");
    let rendered = function(&Source { file: &file, body: FRONT.len()..file.len(), language: &language }, &Site);
    (file, rendered)
}

fn body(markdown: &str) -> Rendered<Body> {
    render(markdown, "ja", article).1
}

fn transcript(markdown: &str) -> Rendered<Transcript> {
    render(markdown, "ja", interview).1
}

/// Checks the HTML of a text that nothing is wrong with, and that sanitising it changes no byte.
#[track_caller]
fn check(markdown: &str, html: &str) {
    let rendered = body(markdown);
    assert_eq!(rendered.value.html, html, "{markdown}");
    assert_eq!(rendered.problems, [], "{markdown}");
    assert_eq!(sanitise::clean(html), html, "our own markup is a fixed point");
}

/// Checks the only problem of a text: its code, the words it marks, and its message with its help.
#[track_caller]
fn check_problem(file: &str, problems: &[Problem], code: &str, marked: &str, message: &str) {
    let [problem] = problems else { panic!("one problem expected: {problems:#?}") };
    assert_eq!(problem.code, code);
    assert_eq!(&file[problem.span.clone()], marked);
    assert_eq!(format!("{}; {}", problem.message.english, problem.help.english), message);
    assert!(problem.span.start >= FRONT.len());
}
