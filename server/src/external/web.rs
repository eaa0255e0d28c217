//! Requests over HTTP.

use std::{sync::Arc, thread, time::Duration};

use conference::{diagnostic::Message, message};
use ureq::{
    Agent, Error,
    http::{Response, header},
    tls::{RootCerts, TlsConfig},
};
use url::Url;

use super::answer::{Answer, Ask, Method};

/// The longest time to wait for a site.
const PATIENCE: Duration = Duration::from_secs(20);

/// The web.
#[derive(Debug)]
pub(crate) struct Web(Agent);

impl Web {
    /// Trusts the certificates of the machine.
    pub(crate) fn new() -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(provider)
            .build();
        let configuration = Agent::config_builder()
            .tls_config(tls)
            .timeout_global(Some(PATIENCE))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(concat!("serverlessconf/", env!("CARGO_PKG_VERSION"), " (checks links)"))
            .build();
        Self(Agent::new_with_config(configuration))
    }
}

impl Ask for Web {
    fn ask(&self, method: Method, url: &Url) -> Answer {
        let response = match method {
            Method::Head => self.0.head(url.as_str()).call(),
            Method::Get => self.0.get(url.as_str()).call(),
        };
        // The body is not read.
        match response {
            Ok(response) => answer(&response),
            Err(error) => Answer::None(reason(&error)),
        }
    }

    fn wait(&self, time: Duration) {
        thread::sleep(time);
    }
}

/// The reason for a missing answer.
fn reason(error: &Error) -> Message {
    match error {
        Error::Timeout(_) => message!("it does not answer in time", "時間内に応答がありません"),
        Error::HostNotFound => message!("there is no such site", "そのようなサイトがありません"),
        Error::ConnectionFailed | Error::Io(_) => message!("the connection fails", "接続できません"),
        Error::Tls(_) | Error::Rustls(_) => {
            message!("the connection is not secure ({error})", "安全に接続できません（{error}）")
        }
        _ => message!("{error}", "応答を読めません（{error}）"),
    }
}

fn answer<B>(response: &Response<B>) -> Answer {
    let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
    Answer::Status {
        status: response.status().as_u16(),
        location: text(header::LOCATION).map(str::to_owned),
        retry_after: text(header::RETRY_AFTER).and_then(|seconds| seconds.trim().parse().ok()),
    }
}
