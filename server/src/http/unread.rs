//! A stream on which hyper's own answers, to requests that it cannot read, have a body and all security headers.

use std::{
    io::{IoSlice, Result},
    pin::Pin,
    str::from_utf8,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll, ready},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::connections::last_answer;

/// Hyper's own answers are a status and at most three short headers, written at once.
const LONGEST: usize = 256;

/// Whether an answer of the site is under way on a connection: hyper gives its own only where none is.
#[derive(Clone, Debug, Default)]
pub(super) struct UnderWay(Arc<AtomicU8>);

const NONE: u8 = 0;
const SOME: u8 = 1;
/// Everything was given to hyper, which may still have to write it.
const GIVEN: u8 = 2;

impl UnderWay {
    /// From now on, until the body has been taken and written.
    pub(super) fn begin(&self) {
        self.0.store(SOME, Ordering::Relaxed);
    }

    /// The body of the answer that has begun.
    pub(super) fn watch(&self, body: Body) -> Body {
        Body::new(Watched { body, under_way: self.clone() })
    }

    fn was_flushed(&self) {
        _ = self.0.compare_exchange(GIVEN, NONE, Ordering::Relaxed, Ordering::Relaxed);
    }

    fn is_none(&self) -> bool {
        self.0.load(Ordering::Relaxed) == NONE
    }
}

/// A body that tells when it is no more needed.
struct Watched {
    body: Body,
    under_way: UnderWay,
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.under_way.0.store(GIVEN, Ordering::Relaxed);
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<std::result::Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream to a client.
pub(super) struct Unread<S> {
    stream: S,
    under_way: UnderWay,
    /// What is still to be written of an answer in the place of hyper's.
    rest: Vec<u8>,
}

impl<S: AsyncWrite + Unpin> Unread<S> {
    pub(super) fn new(stream: S, under_way: UnderWay) -> Self {
        Self { stream, under_way, rest: Vec::new() }
    }

    fn poll_rest(&mut self, context: &mut Context<'_>) -> Poll<Result<()>> {
        while !self.rest.is_empty() {
            let written = ready!(Pin::new(&mut self.stream).poll_write(context, &self.rest))?;
            self.rest.drain(..written);
        }
        Poll::Ready(Ok(()))
    }
}

/// The answer in the place of one of hyper's; `None` for everything else. It is the last of its connection.
fn instead(bytes: &[u8]) -> Option<String> {
    if bytes.len() > LONGEST || !bytes.starts_with(b"HTTP/1.1 4") || !bytes.ends_with(b"\r\n\r\n") {
        return None;
    }
    let (status, headers) = from_utf8(bytes).ok()?.split_once("\r\n")?;
    // Every other answer has some more.
    let is_own = |line: &str| ["connection: ", "content-length: 0", "date: "].iter().any(|own| line.starts_with(own));
    if !headers.split("\r\n").filter(|line| !line.is_empty()).all(is_own) {
        return None;
    }
    let words = match status.get(9..12)? {
        "408" => "The request took too long.\nリクエストに時間がかかりすぎました。\n",
        "414" => "The address is too long.\nアドレスが長すぎます。\n",
        "431" => "The headers of the request are too large.\nリクエストのヘッダーが大きすぎます。\n",
        _ => "The request is malformed.\nリクエストの形式が正しくありません。\n",
    };
    Some(last_answer(status, "", words))
}

impl<S: AsyncRead + Unpin> AsyncRead for Unread<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Unread<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        ready!(self.poll_rest(context))?;
        let own = if self.under_way.is_none() { instead(bytes) } else { None };
        match own {
            Some(answer) => {
                self.rest = answer.into();
                // What does not fit now is written when hyper flushes.
                if let Poll::Ready(Err(error)) = self.poll_rest(context) {
                    return Poll::Ready(Err(error));
                }
                Poll::Ready(Ok(bytes.len()))
            }
            None => Pin::new(&mut self.stream).poll_write(context, bytes),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        match slices {
            [one] => self.poll_write(context, one),
            _ => {
                ready!(self.poll_rest(context))?;
                Pin::new(&mut self.stream).poll_write_vectored(context, slices)
            }
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        ready!(self.poll_rest(context))?;
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        if flushed.is_ready() {
            self.under_way.was_flushed();
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        ready!(self.poll_rest(context))?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::*;

    #[tokio::test]
    async fn an_answer_of_hyper_is_replaced_whole_however_little_the_client_takes_at_once() {
        for (written, is_own) in [
            ("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\ndate: now\r\n\r\n", true),
            ("HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\n\r\n", true),
            ("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nvary: accept\r\n\r\n", false),
            ("HTTP/1.1 400 Bad Request\r\ncontent-length: 5\r\n\r\n", false),
            ("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", false),
            ("HTTP/1.1 400", false),
        ] {
            // What the system keeps for the client.
            let (server, mut client) = duplex(7);
            let reader = tokio::spawn(async move {
                let mut text = String::new();
                client.read_to_string(&mut text).await.map(|_| text)
            });
            let mut server = Unread::new(server, UnderWay::default());
            server.write_all(written.as_bytes()).await.expect("the client reads");
            server.shutdown().await.expect("the client reads");
            drop(server);
            let read = reader.await.expect("it does not panic").expect("it is text");
            if is_own {
                let (head, body) = read.split_once("\r\n\r\n").expect("there is a body");
                assert_eq!(head.lines().next(), written.lines().next());
                assert!(head.contains("x-content-type-options: nosniff"), "{head}");
                assert!(head.contains(&format!("content-length: {}", body.len())), "{read}");
            } else {
                assert_eq!(read, written);
            }
        }
    }
    #[tokio::test]
    async fn what_an_answer_of_the_site_says_is_not_replaced_until_it_is_written() {
        let body = "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n";
        let (server, mut client) = duplex(4096);
        let under_way = UnderWay::default();
        let mut server = Unread::new(server, under_way.clone());
        under_way.begin();
        let watched = under_way.watch(Body::from(body));
        server.flush().await.expect("the client is there");
        // Hyper takes the body, and writes it after that.
        drop(watched);
        server.write_all(body.as_bytes()).await.expect("the client is there");
        server.flush().await.expect("the client is there");
        server.write_all(body.as_bytes()).await.expect("the client is there");
        server.shutdown().await.expect("the client is there");
        drop(server);
        let mut read = String::new();
        client.read_to_string(&mut read).await.expect("it is text");
        let rest = read.strip_prefix(body).expect("the body is as it was");
        assert!(rest.contains("x-content-type-options: nosniff"), "{rest}");
    }
}
