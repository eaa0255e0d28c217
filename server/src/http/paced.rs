//! A stream that is closed if its client reads too slowly.

use std::{
    io::{Error, ErrorKind, IoSlice, Result},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Sleep, sleep},
};

/// The bytes that a client must read within a time, unless fewer are left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// The least number of bytes.
    pub(super) bytes: usize,
    /// From the moment at which the client first keeps the server waiting.
    pub(super) within: Duration,
}

/// A stream to a client.
pub(super) struct Paced<S> {
    stream: S,
    pace: Pace,
    /// Since the client keeps the server waiting.
    taken: usize,
    deadline: Option<Pin<Box<Sleep>>>,
}

impl<S: AsyncWrite + Unpin> Paced<S> {
    pub(super) fn new(stream: S, pace: Pace) -> Self {
        Self { stream, pace, taken: 0, deadline: None }
    }

    fn is_in_time(&mut self) {
        self.taken = 0;
        self.deadline = None;
    }

    fn judge(&mut self, context: &mut Context<'_>, written: Poll<Result<usize>>) -> Poll<Result<usize>> {
        match written {
            Poll::Ready(Ok(count)) => {
                self.taken += count;
                if self.taken >= self.pace.bytes {
                    self.is_in_time();
                }
                written
            }
            Poll::Ready(Err(_)) => written,
            Poll::Pending => {
                if self.deadline.is_none() {
                    self.taken = 0;
                }
                let deadline = self.deadline.get_or_insert_with(|| Box::pin(sleep(self.pace.within)));
                deadline.as_mut().poll(context).map(|()| Err(Error::from(ErrorKind::TimedOut)))
            }
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.judge(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.judge(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        // Nothing is left: the next answer has its own time.
        if flushed.is_ready() {
            self.is_in_time();
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::*;

    /// How an answer of 40,000 bytes ends for a client that takes so many at a time.
    async fn sent_to_a_client_that_takes(portion: usize, pace: Pace) -> Result<()> {
        // What the system keeps for the client.
        let (server, mut client) = duplex(1_000);
        let mut server = Paced::new(server, pace);
        let reader = tokio::spawn(async move {
            let mut taken = vec![0; portion];
            while client.read(&mut taken).await.is_ok_and(|count| count > 0) {
                tokio::task::yield_now().await;
            }
        });
        let sent = match server.write_all(&[0; 40_000]).await {
            Ok(()) => server.flush().await,
            Err(error) => Err(error),
        };
        drop(server);
        reader.await.expect("the client does not panic");
        sent
    }

    #[tokio::test]
    async fn a_client_that_takes_an_answer_byte_by_byte_is_gone_and_one_that_keeps_up_is_not() {
        let pace = Pace { bytes: 100_000, within: Duration::ZERO };
        let error = sent_to_a_client_that_takes(1, pace).await.expect_err("it takes too little");
        assert_eq!(error.kind(), ErrorKind::TimedOut);
        let pace = Pace { bytes: 100_000, within: Duration::from_secs(600) };
        sent_to_a_client_that_takes(1_000, pace).await.expect("it keeps up");
    }

    #[tokio::test]
    async fn what_was_taken_in_time_begins_the_time_anew() {
        let (server, mut client) = duplex(10);
        let mut server = Paced::new(server, Pace { bytes: 10, within: Duration::from_secs(600) });
        for (length, is_enough) in [(15, false), (5, true)] {
            // All but five bytes fit, or none.
            let mut written = std::pin::pin!(server.write_all(&[0; 15][..length]));
            let waits = futures_util::poll!(&mut written).is_pending();
            assert_ne!(waits, is_enough);
            client.read_exact(&mut [0; 10]).await.expect("it was written");
            written.await.expect("it keeps up");
            assert_eq!(server.deadline.is_none(), is_enough, "{length}: five bytes are less than the pace");
        }
        let mut written = std::pin::pin!(server.write_all(&[0; 15]));
        assert!(futures_util::poll!(&mut written).is_pending());
        client.read_exact(&mut [0; 10]).await.expect("it was written");
        written.await.expect("it keeps up");
        server.flush().await.expect("everything was taken");
        assert!(server.deadline.is_none());
    }
}
