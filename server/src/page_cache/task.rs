//! Results of tasks for the visitors who wait for them.

use std::{future::pending, panic::resume_unwind};

use tokio::task::{JoinError, JoinHandle};

/// The result of a task. A panic in it reaches the visitor as any other panic does.
pub(super) async fn result<T>(task: JoinHandle<T>) -> T {
    match task.await.map_err(JoinError::try_into_panic) {
        Ok(result) => result,
        Err(Ok(panic)) => resume_unwind(panic),
        // Tasks are cancelled only when the runtime ends, and with it nearly everything that waits for them: no page is
        // reported missing for it.
        Err(Err(_)) => pending().await,
    }
}
