//! Services and layers: each layer holds the service that it stands around.
//!
//! They are no services of tower, as each of those would put its future into a box: a request from the cache takes a few
//! microseconds, and a handful of allocations would be a tenth of them.

use std::{
    convert::Infallible,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{Router, body::Body, extract::Request, http::request::Parts, response::Response};
use futures_util::future::BoxFuture;
use tower::{Service, ServiceExt as _};

/// Answers every request by its head: no request of this site has a body that is read. A layer may change the head for the
/// service inside of it, and sees the change after the answer.
pub(crate) trait Respond: Send + Sync + 'static {
    fn respond(&self, request: &mut Parts) -> impl Future<Output = Response> + Send;
}

impl Respond for Router {
    async fn respond(&self, request: &mut Parts) -> Response {
        let request = Request::from_parts(request.clone(), Body::empty());
        self.clone().oneshot(request).await.unwrap_or_else(|never| match never {})
    }
}

/// A service with its layers, as a service of tower.
#[derive(Debug)]
pub(crate) struct Stack<S>(Arc<S>);

impl<S: Respond> Stack<S> {
    pub(crate) fn new(service: S) -> Self {
        Self(Arc::new(service))
    }
}

impl<S> Clone for Stack<S> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<S: Respond> Service<Request> for Stack<S> {
    type Response = Response;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let service = self.0.clone();
        Box::pin(async move { Ok(service.respond(&mut request.into_parts().0).await) })
    }
}
