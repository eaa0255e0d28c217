//! The supported formats.

use conference::{diagnostic::Message, message};

/// The supported formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A `schedule.json` of pretalx or frab.
    FrabJson,
    /// A `schedule.xml` of pretalx or frab.
    FrabXml,
    /// Responses of the pretalx API.
    Pretalx,
    /// The view "All data" of the Sessionize API.
    Sessionize,
    /// One interview: a blog post in Markdown, HTML or Hatena's notation, a mail, a transcript.
    Interview,
    /// A blog export in the format of Movable Type.
    Blog,
}

impl SourceKind {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::FrabJson, Self::FrabXml, Self::Pretalx, Self::Sessionize, Self::Interview, Self::Blog];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::FrabJson => "schedule-json",
            Self::FrabXml => "schedule-xml",
            Self::Pretalx => "pretalx",
            Self::Sessionize => "sessionize",
            Self::Interview => "interview",
            Self::Blog => "blog",
        }
    }

    /// Its name in reports.
    pub fn named(self) -> Message {
        let title = self.title();
        match self {
            Self::FrabJson => message!("{title}", "pretalxまたはfrabのschedule.json"),
            Self::FrabXml => message!("{title}", "pretalxまたはfrabのschedule.xml"),
            Self::Pretalx => message!("{title}", "pretalxのAPIのデータ"),
            Self::Sessionize => message!("{title}", "Sessionizeの「All data」"),
            Self::Interview => message!("{title}", "インタビューのテキスト"),
            Self::Blog => message!("{title}", "ブログのエクスポート（Movable Type形式）"),
        }
    }

    /// Its name in the help of the command line.
    pub fn title(self) -> &'static str {
        match self {
            Self::FrabJson => "schedule.json of pretalx or frab",
            Self::FrabXml => "schedule.xml of pretalx or frab",
            Self::Pretalx => "data of pretalx's API",
            Self::Sessionize => "\"All data\" of Sessionize",
            Self::Interview => "text of an interview",
            Self::Blog => "export of a blog (Movable Type)",
        }
    }
}
