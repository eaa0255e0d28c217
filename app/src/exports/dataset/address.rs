//! Addresses in a dataset: complete if the address of the site is known, and paths of the host otherwise.

use conference::{
    Language, Text,
    url::{Dataset, DatasetContent, Export, Page},
};

use crate::{references, site::Site};

/// A site with the language of a dataset.
#[derive(Clone, Copy)]
pub(super) struct Context<'s> {
    pub(super) site: &'s Site,
    pub(super) language: &'s Language,
}

impl<'s> Context<'s> {
    /// A text for readers of the language.
    pub(super) fn text(&self, text: &'s Text) -> &'s str {
        text.text(self.language)
    }

    /// A text that there may be.
    pub(super) fn optional(&self, text: Option<&'s Text>) -> Option<&'s str> {
        text.map(|text| self.text(text))
    }

    /// The address of a page in the language.
    pub(super) fn page(&self, page: &Page) -> String {
        self.address(&page.path(self.language, self.site.conference.event.default_language()))
    }

    /// The language of addresses, in which `None` is the event's first one.
    pub(super) fn named_language(&self) -> Option<Language> {
        let default = self.site.conference.event.default_language();
        Some(self.language).filter(|language| *language != default).cloned()
    }

    /// The address of a dataset in the language.
    pub(super) fn dataset(&self, content: DatasetContent) -> String {
        self.export(&Export::Dataset(Dataset { language: self.named_language(), content }))
    }

    /// The address of an export.
    pub(super) fn export(&self, export: &Export) -> String {
        self.address(&export.path())
    }

    /// The address of a path of the site.
    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base())
    }

    /// A body with such addresses.
    pub(super) fn html(&self, html: &str) -> String {
        references::below(self.base(), html.to_owned())
    }

    fn base(&self) -> &str {
        let urls = &self.site.urls;
        if urls.base.is_empty() { &urls.base_path } else { &urls.base }
    }
}
