//! The options of `serve`.

use std::{net::SocketAddr, path::PathBuf};

use clap::{ArgAction, Args, builder::TypedValueParser};
use ipnet::IpNet;

use super::{examples, lang::Lang, site::SiteOptions};
use crate::{http::network, security};

/// The options of `serve`.
#[derive(Debug, Args)]
#[command(after_help = examples::SERVE)]
pub struct Serve {
    /// The folder with program/ and interviews/; the same as --content
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
    /// Where to listen
    #[arg(long, env = "LEPTOS_SITE_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// Follow changes of the files, and renew the browser
    #[arg(long, env = "LEPTOS_WATCH", value_parser = clap::builder::FalseyValueParser::new(), action = ArgAction::SetTrue)]
    pub watch: bool,
    /// How much memory pages may take, in megabytes; an event of more than about a thousand sessions needs more
    #[arg(long, value_name = "MB", env = "SERVERLESSCONF_PAGE_CACHE", default_value_t = 64, value_parser = clap::value_parser!(u64).range(1..1_000_000))]
    pub page_cache: u64,
    /// Most connections at the same time; more are answered 503
    #[arg(long, value_name = "NUMBER", env = "SERVERLESSCONF_MAX_CONNECTIONS", default_value_t = 4096, value_parser = number(1, 1_000_000))]
    pub max_connections: usize,
    /// Seconds in which the headers of a request must arrive; an idle connection is closed after them, too
    #[arg(long, value_name = "SECONDS", env = "SERVERLESSCONF_HEADER_TIMEOUT", default_value_t = 15, value_parser = seconds())]
    pub header_timeout: u64,
    /// Seconds after which an answer that has not begun is given up
    #[arg(long, value_name = "SECONDS", env = "SERVERLESSCONF_REQUEST_TIMEOUT", default_value_t = 30, value_parser = seconds())]
    pub request_timeout: u64,
    /// Seconds that answers under way may take when the program is asked to stop
    #[arg(long, value_name = "SECONDS", env = "SERVERLESSCONF_SHUTDOWN_TIMEOUT", default_value_t = 20, value_parser = seconds())]
    pub shutdown_timeout: u64,
    /// A server in front of this one that is believed about the visitor, by address or network; may be repeated
    #[arg(long, value_name = "NETWORK", env = "SERVERLESSCONF_TRUSTED_PROXY", value_delimiter = ',', value_parser = network)]
    pub trusted_proxy: Vec<IpNet>,
    /// A site that may show the schedule in a frame (see the page /embed), as scheme and host; may be repeated. `none` allows
    /// no site. Without this option, every site may
    #[arg(long, value_name = "SITE", env = "SERVERLESSCONF_FRAME_ANCESTOR", value_delimiter = ',', default_value = security::ANY_SITE, value_parser = security::frame_ancestor)]
    pub frame_ancestor: Vec<String>,
    /// Where figures for Prometheus are served; nowhere unless it is said
    #[arg(long, value_name = "ADDR", env = "SERVERLESSCONF_METRICS")]
    pub metrics: Option<SocketAddr>,
    /// How the log is written to the standard error
    #[arg(long, value_enum, env = "SERVERLESSCONF_LOG_FORMAT", default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
    /// Log every request and not only failures: never queries, never addresses of visitors
    #[arg(long, env = "SERVERLESSCONF_LOG_REQUESTS", value_parser = clap::builder::FalseyValueParser::new(), action = ArgAction::SetTrue)]
    pub log_requests: bool,
    /// The language of reports; the default is that of LC_ALL, LC_MESSAGES or LANG at the terminal, and that of the event
    /// over the pages of the preview
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// What the site is made of
    #[command(flatten)]
    pub site: SiteOptions,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For people
    Text,
    /// One JSON object a line
    Json,
}

/// A number of seconds, from one to 3,600.
fn seconds() -> impl TypedValueParser<Value = u64> {
    clap::value_parser!(u64).range(1..=3_600)
}

fn number(from: u64, to: u64) -> impl TypedValueParser<Value = usize> {
    // No platform of this program has fewer bits.
    clap::value_parser!(u64).range(from..=to).map(|number| usize::try_from(number).unwrap_or(usize::MAX))
}
