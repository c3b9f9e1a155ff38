// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ask.h"
#include "support/testmain.h"

#include <QSemaphore>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

// A thread with a loop and an object in it that can be asked.
class OtherThread
{
public:
    OtherThread()
    {
        target.moveToThread(&thread);
        thread.start();
    }
    ~OtherThread()
    {
        thread.quit();
        thread.wait();
    }
    Q_DISABLE_COPY_MOVE(OtherThread)

    // Returns once everything that was asked before has been worked through.
    void drain()
    {
        QSemaphore reached;
        QMetaObject::invokeMethod(
            &target, [&reached] { reached.release(); }, Qt::QueuedConnection);
        reached.acquire();
    }

    QThread thread;
    QObject target;
};

// Runs what is queued for this thread, and nothing that is not queued yet.
void runQueued()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

class Asking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComesOnceInTheAskersThread()
    {
        OtherThread other;
        QObject asker;
        int answers = 0;
        QThread *questionThread = nullptr;
        QThread *answerThread = nullptr;
        int value = 0;
        ask<int>(
            &other.target, &asker,
            [&](QObject &target) -> Result<int> {
                questionThread = QThread::currentThread();
                return target.thread() == questionThread ? 42 : 0;
            },
            [&](Result<int> result) {
                ++answers;
                answerThread = QThread::currentThread();
                value = result.value();
            });
        QCOMPARE(answers, 0); // never from within the call
        QTRY_COMPARE(answers, 1);
        QCOMPARE(value, 42);
        QCOMPARE(questionThread, &other.thread);
        QCOMPARE(answerThread, QThread::currentThread());
        other.drain();
        runQueued();
        QCOMPARE(answers, 1);
    }

    void anErrorIsAnAnswerToo()
    {
        OtherThread other;
        QObject asker;
        std::optional<Error> seen;
        ask<Done>(
            &other.target, &asker, [](QObject &) -> Result<Done> { return error(ErrorKind::StorageFull, u"write"_s); },
            [&](Result<Done> result) { seen = result.error(); });
        QTRY_VERIFY(seen);
        QCOMPARE(seen->kind, ErrorKind::StorageFull);
    }

    void anAnswerInTheSameThreadWaitsForTheCallToReturn()
    {
        QObject asker;
        int answers = 0;
        const Answer<int> answer(&asker, [&](Result<int>) { ++answers; });
        answer(1);
        QCOMPARE(answers, 0);
        runQueued();
        QCOMPARE(answers, 1);
    }

    void onlyTheFirstAnswerCounts()
    {
        QObject asker;
        QList<int> values;
        {
            const Answer<int> answer(&asker, [&](Result<int> result) { values.append(result ? *result : -1); });
            const Answer<int> copy = answer;
            copy(1);
            answer(2);
            answer(error(ErrorKind::TimedOut, u"x"_s));
        }
        runQueued();
        QCOMPARE(values, QList<int> {1});
    }

    void aDeadAskerIsNotAnswered()
    {
        OtherThread other;
        auto asker = std::make_unique<QObject>();
        QSemaphore mayAnswer;
        bool answered = false;
        ask<int>(
            &other.target, asker.get(),
            [&](QObject &) -> Result<int> {
                mayAnswer.acquire();
                return 1;
            },
            [&](Result<int>) { answered = true; });
        asker.reset(); // while the question runs
        mayAnswer.release();
        other.drain();
        runQueued();
        QVERIFY(!answered);
    }

    void anAskerThatDiesWithTheAnswerOnItsWayIsNotAnswered()
    {
        OtherThread other;
        auto asker = std::make_unique<QObject>();
        bool answered = false;
        ask<int>(
            &other.target, asker.get(), [](QObject &) -> Result<int> { return 1; },
            [&](Result<int>) { answered = true; });
        other.drain(); // the answer is posted, not delivered
        asker.reset();
        runQueued();
        QVERIFY(!answered);
    }

    void aDroppedQuestionAnswersCancelled()
    {
        QObject asker;
        std::optional<Error> seen;
        {
            const Answer<int> answer(&asker, [&](Result<int> result) { seen = result.error(); });
        }
        runQueued();
        QVERIFY(seen);
        QCOMPARE(seen->kind, ErrorKind::Cancelled);
        QVERIFY(!seen->mayHaveBeenApplied);
    }

    void aTargetThatDiesBeforeTheQuestionAnswersCancelled()
    {
        QObject asker;
        std::optional<Error> seen;
        auto target = std::make_unique<QObject>();
        ask<int>(
            target.get(), &asker, [](QObject &) -> Result<int> { return 1; },
            [&](Result<int> result) { seen = result.error(); });
        target.reset();
        runQueued();
        QVERIFY(seen);
        QCOMPARE(seen->kind, ErrorKind::Cancelled);
    }

    // The function is destroyed where it was made: what it captures may belong to the asker's thread.
    void theFunctionDiesInTheAskersThread()
    {
        struct Watched {
            explicit Watched(QThread **where)
                : end(where)
            {
            }
            ~Watched() { *end = QThread::currentThread(); }
            Q_DISABLE_COPY_MOVE(Watched)
            QThread **end;
        };
        OtherThread other;
        for (const bool askerLives : {true, false}) {
            auto asker = std::make_unique<QObject>();
            QThread *end = nullptr;
            ask<int>(
                &other.target, asker.get(), [](QObject &) -> Result<int> { return 1; },
                [watched = std::make_shared<Watched>(&end)](Result<int>) {});
            if (!askerLives)
                asker.reset();
            other.drain();
            QTRY_VERIFY(end);
            QCOMPARE(end, QThread::currentThread());
        }
    }

    void manyThreadsRacingGiveOneAnswer()
    {
        QObject asker;
        for (int round = 0; round < 200; ++round) {
            int answers = 0;
            {
                const Answer<int> answer(&asker, [&](Result<int>) { ++answers; });
                std::thread one([answer] { answer(1); });
                std::thread two([answer] { answer(2); });
                one.join();
                two.join();
            }
            runQueued();
            QCOMPARE(answers, 1);
        }
    }
};

CASEMATE_TEST(Asking)
#include "asking.moc"
