//! The site behind a function URL of AWS Lambda, by its runtime API instead of a socket.

#[cfg(feature = "lambda")]
use axum::Extension;
use axum::Router;

/// Whether the program runs in Lambda: the runtime API is offered at the address in this variable.
pub(crate) fn is_here() -> bool {
    std::env::var_os("AWS_LAMBDA_RUNTIME_API").is_some()
}

/// Answers events until Lambda ends the program.
///
/// Compressed answers and pictures are sent in base64, as the format of the events (2.0) wants it; an answer may have 6 MB.
///
/// # Errors
/// If the runtime API cannot be reached, and in a program that was built without the feature `lambda`.
#[cfg(feature = "lambda")]
pub(crate) async fn serve(router: Router) -> anyhow::Result<()> {
    // A function URL is there by TLS alone.
    let router = router.layer(Extension(crate::http::AlwaysSecure));
    lambda_http::run(router).await.map_err(|error| anyhow::anyhow!("the runtime API of Lambda failed: {error}"))
}

/// See the other one.
#[cfg(not(feature = "lambda"))]
pub(crate) async fn serve(_: Router) -> anyhow::Result<()> {
    anyhow::bail!(
        "this is AWS Lambda (AWS_LAMBDA_RUNTIME_API is set), for which the program must be built with `--features lambda`"
    )
}
