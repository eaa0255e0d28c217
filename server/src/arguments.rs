//! The options of the command line and of the environment.

mod check;
mod command;
mod config;
mod examples;
mod export;
mod fmt;
mod import;
mod lang;
mod new;
mod release;
mod serve;
mod site;

pub use self::{
    check::{Check, Color, Deny, ReportFormat},
    command::{Arguments, Command},
    config::{Asked, read},
    export::Export,
    fmt::Fmt,
    import::{Import, ImportFormat},
    lang::Lang,
    new::{NewEvent, NewInterview, NewItem, NewNews, NewSeries, NewSession, NewSpeaker},
    release::Release,
    serve::{LogFormat, Serve},
    site::{Build, CacheFolder, OfflineOptions, SiteOptions},
};
