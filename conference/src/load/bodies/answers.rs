//! The answers to the questions of a text: the places to which its links lead, and the pictures that it shows.

use std::cell::{Cell, RefCell};

use crate::{
    load::{credits::Credits, links::target},
    markdown::{Image, Resolve, Target},
    picture::Role,
};

/// The questions of a text in their order, with the answers.
#[derive(Debug, Default)]
pub(super) struct Answers {
    places: Vec<(String, Place)>,
    /// The pictures for which a credit was looked up, with the credit.
    credits: Vec<(String, Option<String>)>,
}

/// The answer to a destination.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Link(Target),
    Image(Image),
}

impl Answers {
    /// The paths of other items.
    pub(super) fn items(&self) -> impl Iterator<Item = &str> {
        self.linked().filter(|path| path.ends_with(".md"))
    }

    /// The files that are no items, with their roles.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, Role)> {
        let linked = self.linked().filter(|path| !path.ends_with(".md")).map(|path| (path.to_owned(), Role::Link));
        let shown = self.places.iter().filter_map(|(_, place)| match place {
            Place::Image(Image::File { path, .. } | Image::Picture { path, .. }) => Some((path.clone(), Role::Figure)),
            _ => None,
        });
        linked.chain(shown)
    }

    fn linked(&self) -> impl Iterator<Item = &str> {
        self.places.iter().filter_map(|(_, place)| match place {
            Place::Link(Target::Internal { path, .. }) => Some(path.as_str()),
            _ => None,
        })
    }
}

/// Asks the questions of a text, each once, although answers of an earlier load are compared before the text is rendered.
pub(super) struct Asking<'l> {
    linker: &'l dyn Resolve,
    credits: &'l Credits,
    /// The path of the file.
    path: &'l str,
    answers: RefCell<Answers>,
    /// The number of questions that rendering has asked.
    asked: Cell<usize>,
}

impl<'l> Asking<'l> {
    pub(super) fn new(linker: &'l dyn Resolve, credits: &'l Credits, path: &'l str) -> Self {
        Self { linker, credits, path, answers: RefCell::default(), asked: Cell::new(0) }
    }

    /// Whether the questions of the same text have the same answers as in an earlier load.
    pub(super) fn confirms(&self, earlier: &Answers) -> bool {
        let mut places = earlier.places.iter().enumerate();
        // Credits are looked up only for the pictures that are there.
        places.all(|(number, (destination, place))| {
            let is_link = matches!(place, Place::Link(_));
            self.answer(number, destination, is_link, |own| own == place)
        }) && earlier.credits.iter().all(|(destination, credit)| self.find_credit(destination) == credit.as_deref())
    }

    /// Takes all answers.
    pub(super) fn take_answers(&self) -> Answers {
        self.answers.take()
    }

    /// Answers a question. The same text asks the same questions in the same order until it gets another answer.
    fn answer<T>(&self, number: usize, destination: &str, is_link: bool, read: impl FnOnce(&Place) -> T) -> T {
        let known = self.answers.borrow().places.len();
        if number == known {
            let place = match is_link {
                true => Place::Link(self.linker.link(destination)),
                false => Place::Image(self.linker.image(destination)),
            };
            self.answers.borrow_mut().places.push((destination.to_owned(), place));
        }
        read(&self.answers.borrow().places[number].1)
    }

    fn find_credit(&self, destination: &str) -> Option<&str> {
        self.credits.of(&target(self.path, destination)?)
    }
}

impl Resolve for Asking<'_> {
    fn link(&self, destination: &str) -> Target {
        self.answer(self.asked.replace(self.asked.get() + 1), destination, true, |place| match place {
            Place::Link(target) => target.clone(),
            Place::Image(_) => self.linker.link(destination),
        })
    }

    fn image(&self, destination: &str) -> Image {
        self.answer(self.asked.replace(self.asked.get() + 1), destination, false, |place| match place {
            Place::Image(image) => image.clone(),
            Place::Link(_) => self.linker.image(destination),
        })
    }

    fn credit(&self, destination: &str) -> Option<&str> {
        let credit = self.find_credit(destination);
        self.answers.borrow_mut().credits.push((destination.to_owned(), credit.map(str::to_owned)));
        credit
    }
}
