//! The second language of a page: its ids differ from those of the first, except for the questions and headings that both have.

use std::collections::HashSet;

use conference::{Language, Question, bilingual::Pair};

use crate::parts::with_prefix;

/// The texts of the second language.
pub(super) struct SecondSide<'a> {
    pub(super) language: &'a Language,
    prefix: String,
    /// The ids that get the prefix.
    ids: HashSet<String>,
}

impl<'a> SecondSide<'a> {
    /// The second side of pairs.
    pub(super) fn of(pairs: &[Pair<'_>], language: &'a Language) -> Self {
        let mut ids = HashSet::new();
        for pair in pairs {
            let (id, texts) = match pair {
                Pair::Heading(own, Some(other)) => {
                    let is_shared = own.is_some_and(|own| own.id == other.id);
                    ((!is_shared).then_some(&other.id), ["", other.html.as_str()])
                }
                Pair::Question(own, Some(other)) => {
                    (own.is_none().then_some(&other.id), [&*other.html, &*other.answer])
                }
                Pair::Prose(_, Some(html)) => (None, ["", *html]),
                _ => continue,
            };
            ids.extend(id.cloned());
            let within = texts.into_iter().flat_map(|html| html.split(" id=\"").skip(1));
            ids.extend(within.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
        // No id from content has an underscore.
        Self { language, prefix: format!("{language}_"), ids }
    }

    /// HTML with the ids of this side.
    pub(super) fn html(&self, html: &str) -> String {
        with_prefix(html, &self.prefix, |id| self.ids.contains(id))
    }

    /// An id of this side.
    pub(super) fn id(&self, id: &str) -> String {
        if self.ids.contains(id) { format!("{}{id}", self.prefix) } else { id.to_owned() }
    }

    /// A question with the ids of this side.
    pub(super) fn question(&self, question: &Question) -> Question {
        Question {
            id: self.id(&question.id),
            is_repeated: question.is_repeated,
            html: self.html(&question.html),
            text: question.text.clone(),
            answer: self.html(&question.answer),
        }
    }
}
