// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one asynchronous idiom: ask(asker, question, answer). The answer is called exactly once, in the asker's thread,
// after the call that asked has returned, and never once the asker is gone. A question that is dropped on the way answers
// Error{Cancelled}. Not built on QFuture::then(context, …), which on Qt 6.4 asserts when the context dies first.

#include "result.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace domain {

template <class T>
class Answer
{
public:
    using Function = std::function<void(Result<T>)>;

    // To be made in the asker's thread.
    Answer(QObject *asker, Function function)
        : m_state(std::make_shared<State>(asker, std::move(function)))
    {
    }

    // From any thread; the first call counts, later ones do nothing.
    void operator()(Result<T> result) const { m_state->deliver(std::move(result)); }

private:
    struct State {
        State(QObject *asker, Function f)
            : box(new QObject)
            , alive(std::make_shared<QPointer<QObject>>(asker))
            , function(std::make_shared<Function>(std::move(f)))
        {
            Q_ASSERT(asker && asker->thread() == QThread::currentThread());
        }
        ~State() { deliver(Error {.kind = ErrorKind::Cancelled}); }
        Q_DISABLE_COPY_MOVE(State)

        void deliver(Result<T> result)
        {
            if (answered.exchange(true))
                return;
            if (isBeyondDelivery()) {
                delete box;
                return;
            }
            // The box, not the asker, is the receiver: only the asker's own thread may look whether the asker lives.
            QMetaObject::invokeMethod(
                box,
                [alive = std::move(alive), function = std::move(function), result = std::move(result),
                 box = box]() mutable {
                    box->deleteLater();
                    if (*alive)
                        (*function)(std::move(result));
                },
                Qt::QueuedConnection);
        }

        // An event for a thread that has ended would lie there for ever, and what it holds with it.
        [[nodiscard]] bool isBeyondDelivery() const
        {
            const QThread *thread = box->thread();
            if (thread == QThread::currentThread() && !*alive)
                return true;
            return !thread || thread->isFinished(); // also while it ends
        }

        QObject *box; // lives in the asker's thread, deletes itself after the answer
        std::shared_ptr<QPointer<QObject>> alive;
        std::shared_ptr<Function> function;
        std::atomic<bool> answered = false;
    };

    std::shared_ptr<State> m_state;
};

// Runs question(target) -> Result<T> in target's thread; the caller sees to it that target outlives its thread's loop.
template <class T, class Target, class Question>
void ask(Target *target, QObject *asker, Question question, std::function<void(Result<T>)> function)
{
    Answer<T> answer(asker, std::move(function));
    QMetaObject::invokeMethod(
        target, [target, question = std::move(question), answer]() mutable { answer(question(*target)); },
        Qt::QueuedConnection);
}

} // namespace domain
