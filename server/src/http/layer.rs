//! Services and layers: each layer holds the service that it stands around.
//!
//! They are not services of tower, because each of those would put its future into a box: a request from the cache takes a few
//! microseconds, and a handful of allocations would be a tenth of them.

use std::{
    borrow::Cow,
    convert::Infallible,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{Router, body::Body, extract::Request, http::request::Parts, response::Response};
use futures_util::future::BoxFuture;
use tower::{Service, ServiceExt as _};

/// An answer, and the label of its route.
pub(crate) struct Answer {
    pub(crate) response: Response,
    pub(crate) label: Label,
}

impl From<Response> for Answer {
    /// The answer of no route.
    fn from(response: Response) -> Self {
        Self { response, label: Label::OTHER }
    }
}

/// The form of the path that was answered, such as `/sessions/{slug}`: the name of the answer in metrics and in the log. There
/// are as many labels as routes, whatever addresses are requested.
#[derive(Clone, Debug)]
pub(crate) struct Label(pub(super) Cow<'static, str>);

impl Label {
    /// The label of answers that no route gave: built files, redirects and errors.
    pub(crate) const OTHER: Self = Self(Cow::Borrowed("other"));
}

impl From<&'static str> for Label {
    fn from(pattern: &'static str) -> Self {
        Self(pattern.into())
    }
}

impl From<String> for Label {
    fn from(pattern: String) -> Self {
        Self(pattern.into())
    }
}

/// Answers every request by its head: no request of this site has a body that is read. A layer may change the head for the
/// service inside of it, and sees the change after the answer.
pub(crate) trait Respond: Send + Sync + 'static {
    fn respond(&self, request: &mut Parts) -> impl Future<Output = Answer> + Send;
}

impl Respond for Router {
    /// Routes put their labels into the extensions of their answers.
    async fn respond(&self, request: &mut Parts) -> Answer {
        let request = Request::from_parts(request.clone(), Body::empty());
        let mut response = self.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let label = response.extensions_mut().remove().unwrap_or(Label::OTHER);
        Answer { response, label }
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
        Box::pin(async move { Ok(service.respond(&mut request.into_parts().0).await.response) })
    }
}
