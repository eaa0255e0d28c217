//! Connections: how many there may be, how long they may take, and how they end.

use std::{
    future::Future,
    io,
    net::SocketAddr,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{Router, body::Body, serve::Listener};
use futures_util::FutureExt as _;
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::{Notify, Semaphore, watch},
    time::timeout,
};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

use super::{
    forwarded::{Proxies, Trusted},
    metrics::Metrics,
};

/// The most headers of a request, and the most bytes of them with the request line.
const HEADERS: usize = 64;
const HEADER_BYTES: usize = 16 * 1024;

/// A client that takes nothing of its answer for so long is gone.
const WRITE_TIMEOUT: Duration = Duration::from_secs(30);

/// So many clients at once are told that there are too many; more are hung up on.
const REFUSED: usize = 64;

/// What they are told.
const FULL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 59\r\n\
    retry-after: 5\r\ncache-control: no-store\r\nconnection: close\r\n\r\n\
    Too many visitors at the moment; please try again shortly.\n";

/// How long the end waits for the first request of a connection: browsers connect before they ask.
const FIRST_REQUEST: Duration = Duration::from_secs(1);

/// How much clients may ask of this program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Connections at the same time.
    pub(crate) connections: usize,
    /// From the beginning of a connection, or the end of an answer, to the end of the headers of the next request.
    pub(crate) header_timeout: Duration,
    /// From being asked to stop to stopping, whatever is under way.
    pub(crate) shutdown: Duration,
}

/// Answers connections with a router.
#[derive(Debug)]
pub(crate) struct Connections {
    pub(crate) router: Router,
    pub(crate) limits: Limits,
    pub(crate) proxies: Proxies,
    pub(crate) metrics: Option<Arc<Metrics>>,
}

impl Connections {
    /// Answers until `stop`, and then what is under way, as long as that takes or may take.
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
        // Whoever is connected already is answered, too.
        while let Some(Ok((stream, peer))) = listener.accept().now_or_never() {
            accept(stream, peer);
        }
        drop(listener);
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
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(WRITE_TIMEOUT));
        let is_trusted = self.proxies.include(peer.ip());
        let asked = AtomicBool::new(false);
        let first = Notify::new();
        let service = service_fn(|request: Request<Incoming>| {
            if !asked.swap(true, Ordering::Relaxed) {
                first.notify_one();
            }
            let mut request = request.map(Body::new);
            if is_trusted {
                request.extensions_mut().insert(Trusted);
            }
            self.router.clone().oneshot(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.header_timeout)
            .max_headers(HEADERS)
            .max_buf_size(HEADER_BYTES)
            .serve_connection(TokioIo::new(Box::pin(stream)), service);
        let mut connection = pin!(connection);
        // A connection that breaks off is the client's affair.
        let has_ended = tokio::select! {
            _ = connection.as_mut() => true,
            _ = stopping.changed() => false,
        };
        if !has_ended {
            // Hyper would hang up on a client whose first request is on its way.
            if !asked.load(Ordering::Relaxed) {
                tokio::select! {
                    _ = connection.as_mut() => {}
                    _ = timeout(FIRST_REQUEST, first.notified()) => {}
                }
            }
            connection.as_mut().graceful_shutdown();
            _ = connection.await;
        }
        if let Some(metrics) = &self.metrics {
            metrics.closed();
        }
    }
}

/// How many of so many connections the system has room for: each takes a file descriptor. Raises the limit as far as it may.
pub(crate) fn room_for(connections: usize) -> usize {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        /// For files, the log and the listeners.
        const OTHERS: u64 = 64;
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

/// Says that there are too many, and hears the client out: who is hung up on while speaking may not hear the answer.
async fn refuse(mut stream: TcpStream) -> io::Result<()> {
    stream.write_all(FULL).await?;
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
mod tests {
    use super::FULL;

    #[test]
    fn the_length_of_the_refusal_is_right() {
        let text = std::str::from_utf8(FULL).expect("it is text");
        let (head, body) = text.split_once("\r\n\r\n").expect("there is a body");
        assert!(head.contains(&format!("content-length: {}\r\n", body.len())), "{}", body.len());
    }
}
