//! Connections: how many there may be, how long they may take, and how they end.

use std::{
    future::Future,
    io,
    net::SocketAddr,
    pin::pin,
    sync::{Arc, LazyLock},
    time::Duration,
};

use axum::{
    http::{HeaderValue, Version, header, request::Parts},
    serve::Listener,
};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::{Semaphore, watch},
    time::timeout,
};

use super::{
    forwarded::{Proxies, Trusted},
    layer::Respond,
    metrics::Metrics,
    paced::{Pace, Paced},
    refusals::Malformed,
};
use crate::{cache_policy::CachePolicy, security};

/// The most headers of a request, and the most bytes of them with the request line.
const HEADERS: usize = 64;
const HEADER_BYTES: usize = 16 * 1024;

/// Clients that read less than 128 KiB in two minutes are disconnected: a client that trickles occupies a connection, and memory
/// for the rest of its answer.
///
/// The system reports free space in its buffer by thirds, and a third must fit into the time.
const PACE: Pace = Pace { bytes: 128 * 1024, within: Duration::from_secs(120) };

/// The send buffer of the system for a client, in bytes; Linux doubles it. By itself it buffers megabytes, and a slow client
/// would seem to read nothing for minutes.
const SEND_BUFFER: u32 = 256 * 1024;

/// The number of clients that get the answer "too many visitors" at the same time. Further ones are disconnected.
const REFUSED: usize = 64;

/// That answer, in every language of the program.
const FULL: &str = "Too many visitors at the moment; please try again shortly.\n\
    ただいま大変混み合っています。しばらくしてから、もう一度お試しください。\n";

/// The backlog of connections that wait to be accepted, if the system allows it. The usual 128 are too few for the minute before
/// a session: a client that finds the backlog full waits for a second.
const WAITING: u32 = 4096;

/// How long the shutdown waits for one more request of a connection, which may be on its way already.
const LAST_REQUEST: Duration = Duration::from_secs(1);

/// The limits of clients.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Connections at the same time.
    pub(crate) connections: usize,
    /// From the beginning of a connection, or the end of an answer, to the end of the headers of the next request.
    pub(crate) header_timeout: Duration,
    /// The longest time of a shutdown, even if answers are unfinished.
    pub(crate) shutdown: Duration,
}

/// Answers connections with a service.
pub(crate) struct Connections<S> {
    pub(crate) service: S,
    pub(crate) limits: Limits,
    pub(crate) proxies: Proxies,
    pub(crate) metrics: Option<Arc<Metrics>>,
}

impl<S: Respond> Connections<S> {
    /// Answers until `stop`, and then finishes the answers that have begun, within the limit.
    pub(crate) async fn serve(self, mut listener: TcpListener, stop: impl Future<Output = ()>) {
        let Limits { connections, shutdown, .. } = self.limits;
        let server = Arc::new(self);
        // One place for each connection.
        let places = Arc::new(Semaphore::new(connections));
        let refusals = Arc::new(Semaphore::new(REFUSED));
        let stopping = watch::Sender::new(());
        let accept = |stream: TcpStream, peer: SocketAddr| match places.clone().try_acquire_owned() {
            Ok(place) => {
                let (server, stopping) = (server.clone(), stopping.subscribe());
                tokio::spawn(async move {
                    server.connection(stream, peer, stopping).await;
                    drop(place);
                });
            }
            Err(_) => {
                if let Some(metrics) = &server.metrics {
                    metrics.refused();
                }
                if let Ok(permit) = refusals.clone().try_acquire_owned() {
                    tokio::spawn(async move {
                        _ = timeout(Duration::from_secs(5), refuse(stream)).await;
                        drop(permit);
                    });
                }
            }
        };
        let mut stop = pin!(stop);
        loop {
            tokio::select! {
                (stream, peer) = Listener::accept(&mut listener) => accept(stream, peer),
                () = &mut stop => break,
            }
        }
        // Clients that are connected already are answered, too.
        for (stream, peer) in waiting(listener).take(WAITING as usize) {
            accept(stream, peer);
        }
        stopping.send_replace(());
        // When every place is free again, every connection has ended.
        let all = u32::try_from(connections).unwrap_or(u32::MAX);
        if timeout(shutdown, places.acquire_many(all)).await.is_err() && !shutdown.is_zero() {
            tracing::warn!("some answers were not finished in time");
        }
    }

    /// Answers the requests of one client.
    async fn connection(self: Arc<Self>, stream: TcpStream, peer: SocketAddr, mut stopping: watch::Receiver<()>) {
        if let Some(metrics) = &self.metrics {
            metrics.opened();
        }
        // Without it small answers would wait for each other.
        _ = stream.set_nodelay(true);
        let stream = Paced::new(stream, PACE);
        let is_trusted = self.proxies.include(peer.ip());
        let is_stopping = stopping.clone();
        let service = service_fn(|request: Request<Incoming>| {
            let (mut request, _) = request.into_parts();
            if is_trusted {
                request.extensions.insert(Trusted);
            }
            // Such a request may carry a Content-Length too, which hyper removes, and a server in front of this one may have
            // believed it: the rest of the body would be the next request (RFC 9112, section 6.1). No request of this site
            // needs a body.
            let is_ambiguous = request.headers.contains_key(header::TRANSFER_ENCODING);
            if is_ambiguous || !names_its_host(&request) {
                request.extensions.insert(Malformed);
            }
            let (service, is_stopping) = (&self.service, &is_stopping);
            async move {
                let mut response = service.respond(&mut request).await.response;
                if is_ambiguous || is_stopping.has_changed().unwrap_or(true) {
                    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
                }
                Ok::<_, std::convert::Infallible>(response)
            }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.header_timeout)
            .max_headers(HEADERS)
            .max_buf_size(HEADER_BYTES)
            .serve_connection(TokioIo::new(stream), service);
        let mut connection = pin!(connection);
        // A connection that breaks off is the client's affair.
        let has_ended = tokio::select! {
            _ = connection.as_mut() => true,
            _ = stopping.changed() => false,
        };
        // Hyper would hang up on a client whose next request is on its way. The answer to it ends the connection.
        let patience = LAST_REQUEST.min(self.limits.shutdown / 2);
        if !has_ended && timeout(patience, connection.as_mut()).await.is_err() {
            connection.as_mut().graceful_shutdown();
            _ = connection.await;
        }
        if let Some(metrics) = &self.metrics {
            metrics.closed();
        }
    }
}

/// Listens at an address.
///
/// # Errors
/// If it cannot be used.
pub(crate) fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // A restarted program need not wait for the last connections of the former one. On Windows it means something else.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    // Connections inherit it from the listener.
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}

/// The connections of the backlog.
///
/// The runtime is not asked: it reports none before the system has notified it, or while other tasks have their turn.
fn waiting(listener: TcpListener) -> impl Iterator<Item = (TcpStream, SocketAddr)> {
    let listener = listener.into_std();
    std::iter::from_fn(move || {
        loop {
            match listener.as_ref().ok()?.accept() {
                Ok((stream, peer)) => {
                    stream.set_nonblocking(true).ok()?;
                    return Some((TcpStream::from_std(stream).ok()?, peer));
                }
                // The next client may still be there.
                Err(error) if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::Interrupted) => {
                }
                Err(_) => return None,
            }
        }
    })
}

/// Whether a request names one host, as version 1.1 of the protocol demands (RFC 9112, section 3.2): of two, servers in front
/// of this one may have looked at the other.
fn names_its_host(request: &Parts) -> bool {
    match request.headers.get_all(header::HOST).iter().count() {
        1 => true,
        0 => request.version < Version::HTTP_11,
        _ => false,
    }
}

/// How many of these connections the system allows: each takes a file descriptor. Raises the limit if it may.
pub(crate) fn connection_limit(connections: usize) -> usize {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        /// Descriptors for files, the log, the listeners, and for clients that are refused.
        const OTHERS: u64 = 64 + REFUSED as u64;
        let needed = connections as u64 + OTHERS;
        let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
        if current.is_some_and(|current| current < needed) {
            let raised = maximum.map_or(needed, |maximum| needed.min(maximum));
            _ = setrlimit(Resource::Nofile, Rlimit { current: Some(raised), maximum });
        }
        if let Some(current) = getrlimit(Resource::Nofile).current.filter(|&current| current < needed) {
            let room = usize::try_from(current.saturating_sub(OTHERS).max(1)).unwrap_or(connections);
            tracing::warn!(room, "the system allows fewer connections than --max-connections");
            return room;
        }
    }
    connections
}

/// The whole answer to a client that is refused, after which the connection ends.
static REFUSAL: LazyLock<String> = LazyLock::new(|| {
    let (length, policy) = (FULL.len(), CachePolicy::Never.value());
    let security: String = security::HEADERS.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!(
        "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: {length}\r\n\
        retry-after: 5\r\ncache-control: {policy}\r\nconnection: close\r\n{security}\r\n{FULL}"
    )
});

/// Refuses a client, and reads its request to the end: a client that is disconnected while it sends may lose the answer.
async fn refuse(mut stream: TcpStream) -> io::Result<()> {
    stream.write_all(REFUSAL.as_bytes()).await?;
    stream.shutdown().await?;
    let mut heard = [0; 1024];
    for _ in 0..HEADER_BYTES / heard.len() {
        if stream.read(&mut heard).await? == 0 {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
