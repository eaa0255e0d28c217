//! The options of `new`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::examples;

/// What `new` starts.
#[derive(Debug, Subcommand)]
pub enum NewItem {
    /// An interview, as a draft
    Interview(NewInterview),
    /// An article of the news, as a draft
    News(NewNews),
    /// A series of interviews
    Series(NewSeries),
    /// A session of the programme
    Session(NewSession),
    /// A person of the programme
    Speaker(NewSpeaker),
    /// A whole content folder
    Event(NewEvent),
}

/// The options of `new interview`.
#[derive(Debug, Args)]
#[command(after_help = examples::NEW_INTERVIEW)]
pub struct NewInterview {
    /// The file's name, also in the URL; the speaker's where it is not said
    #[arg(value_name = "NAME")]
    pub slug: Option<String>,
    /// Who answers: the name of a file in program/speakers/
    #[arg(long)]
    pub speaker: Option<String>,
    /// Makes the speaker as well, under this name
    #[arg(long, value_name = "NAME", requires = "speaker")]
    pub speaker_name: Option<String>,
    /// The session it is about: the name of a file in program/sessions/
    #[arg(long)]
    pub session: Option<String>,
    /// The series it belongs to: the name of a file in interviews/series/, or any other name. The interview starts with the
    /// questions of the series
    #[arg(long)]
    pub series: Option<String>,
    /// The title
    #[arg(long)]
    pub title: Option<String>,
    /// Who asks
    #[arg(long)]
    pub interviewer: Option<String>,
    /// When it is published; today where it is not said
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// The options of `new news`.
#[derive(Debug, Args)]
#[command(after_help = examples::NEW_NEWS)]
pub struct NewNews {
    /// The file's name, also in the URL
    #[arg(value_name = "NAME")]
    pub slug: Option<String>,
    /// The title
    #[arg(long)]
    pub title: Option<String>,
    /// When it is published; today where it is not said
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// What it is about; may be repeated
    #[arg(long)]
    pub tag: Vec<String>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// The options of `new series`.
#[derive(Debug, Args)]
#[command(after_help = examples::NEW_SERIES)]
pub struct NewSeries {
    /// The file's name, also in the URL
    #[arg(value_name = "NAME")]
    pub slug: Option<String>,
    /// The name of the series
    #[arg(long)]
    pub name: Option<String>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// The options of `new session`.
#[derive(Debug, Args)]
#[command(after_help = examples::NEW_SESSION)]
pub struct NewSession {
    /// The file's name, also in the URL
    #[arg(value_name = "NAME")]
    pub slug: Option<String>,
    /// The title
    #[arg(long)]
    pub title: Option<String>,
    /// keynote, talk, lightning, panel, workshop, opening, break or social; a talk where it is not said
    #[arg(long)]
    pub format: Option<String>,
    /// Who speaks: the name of a file in program/speakers/; may be repeated
    #[arg(long)]
    pub speaker: Vec<String>,
    /// Makes the speaker as well, under this name; may be repeated, for those who are not there yet, in their order
    #[arg(long, value_name = "NAME", requires = "speaker")]
    pub speaker_name: Vec<String>,
    /// Where: an id of the event's rooms
    #[arg(long)]
    pub room: Option<String>,
    /// When it begins, such as "2016-10-01 14:15"
    #[arg(long, value_name = "TIME")]
    pub start: Option<String>,
    /// How long it takes, such as 35m; 30m where it is not said
    #[arg(long)]
    pub duration: Option<String>,
    /// The language it is held in
    #[arg(long)]
    pub language: Option<String>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// The options of `new speaker`.
#[derive(Debug, Args)]
#[command(after_help = examples::NEW_SPEAKER)]
pub struct NewSpeaker {
    /// The file's name, also in the URL
    #[arg(value_name = "NAME")]
    pub slug: Option<String>,
    /// The name as printed
    #[arg(long)]
    pub name: Option<String>,
    /// Company, university or community
    #[arg(long)]
    pub organization: Option<String>,
    /// Position there
    #[arg(long)]
    pub role: Option<String>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// The options of `new event`.
#[derive(Debug, Args)]
#[command(after_help = examples::NEW_EVENT)]
pub struct NewEvent {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The name of the event
    #[arg(long)]
    pub name: Option<String>,
    /// A day of the event, such as 2016-10-01; may be repeated
    #[arg(long)]
    pub day: Vec<String>,
    /// The time zone, such as Asia/Tokyo
    #[arg(long)]
    pub timezone: Option<String>,
    /// A language of the site, the default first; may be repeated; Japanese and English where it is not said, your own
    /// first
    #[arg(long)]
    pub language: Vec<String>,
}
