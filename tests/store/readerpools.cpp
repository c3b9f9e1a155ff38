// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/ledger.h"
#include "store/readers.h"
#include "support/testmain.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using samples::minute;

class ReaderPools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anAnswerComesInTheAskersThread();
    void errorsAreAnswersToo();
    void ledgerAndDeskCanBeAsked();
    void aNewerQuestionInterruptsTheOlder();
    void otherTopicsAreLeftAlone();
    void aWaitingQuestionIsReplaced();
    void anInterruptedStatementEnds();
    void aDeadAskerIsNotAnswered();
    void aDeadAskersQuestionIsInterrupted();
    void everyQuestionIsAnsweredOnceAtTheEnd();
    void questionsRunSideBySide();
    void writesToTheDeskKeepTheirOrder();
    void aReaderIsNotDisturbedByTheWriter();

private:
    template <class T>
    struct Heard {
        QList<Result<T>> answers;
        std::function<void(Result<T>)> listener()
        {
            return [this](Result<T> answer) { answers.append(std::move(answer)); };
        }
    };
    // A question that runs in SQLite until it is interrupted, and says so when it has begun.
    static std::function<Result<CacheCounts>(ReadSession &)> endless(QSemaphore &begun)
    {
        return [&begun](ReadSession &session) -> Result<CacheCounts> {
            begun.release();
            for (;;) {
                Result<CacheCounts> counts = session.cache().counts();
                if (!counts)
                    return counts;
            }
        };
    }

    std::unique_ptr<samples::Folder> m_folder;
    std::unique_ptr<samples::Book> m_book;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<Readers> m_readers;
};

void ReaderPools::init()
{
    m_folder = std::make_unique<samples::Folder>();
    m_book = std::make_unique<samples::Book>();
    auto writer = CacheWriter::open(m_folder->path(), *m_book);
    MUST(writer);
    m_writer = std::move(*writer);
    MUST(m_writer->apply({.incidents = {m_book->enter(samples::incident(u"29"_s, minute(1)))}}));
    m_readers = std::make_unique<Readers>(m_folder->path(), *m_book);
}

void ReaderPools::cleanup()
{
    m_readers.reset();
    m_writer.reset();
}

void ReaderPools::anAnswerComesInTheAskersThread()
{
    QObject asker;
    QThread *askedIn = nullptr;
    QThread *answeredIn = nullptr;
    Heard<QList<QueueRow>> heard;
    m_readers->ask<QList<QueueRow>>(
        &asker, u"queue"_s,
        [&](ReadSession &session) {
            askedIn = QThread::currentThread();
            return session.cache().queue();
        },
        [&](Result<QList<QueueRow>> answer) {
            answeredIn = QThread::currentThread();
            heard.answers.append(std::move(answer));
        });
    QVERIFY(heard.answers.isEmpty()); // never before ask() has returned
    QTRY_COMPARE(heard.answers.size(), 1);
    MUST(heard.answers.first());
    QCOMPARE(heard.answers.first()->size(), 1);
    QCOMPARE(answeredIn, QThread::currentThread());
    QVERIFY(askedIn && askedIn != answeredIn);
}

void ReaderPools::errorsAreAnswersToo()
{
    QObject asker;
    Heard<IncidentDetail> heard;
    m_readers->ask<IncidentDetail>(&asker, u"incident"_s, [](ReadSession &s) { return s.cache().incident({u"404"_s}); }, heard.listener());
    QTRY_COMPARE(heard.answers.size(), 1);
    QCOMPARE(heard.answers.first().error().kind, ErrorKind::NotFound);
}

void ReaderPools::ledgerAndDeskCanBeAsked()
{
    samples::StillClock clock;
    const auto ledger = Ledger::open(m_folder->path(), clock);
    MUST((*ledger)->record(samples::decision(u"d"_s)));
    QObject asker;
    Heard<QList<Decision>> outbox;
    Heard<QString> draft;
    m_readers->ask<QList<Decision>>(&asker, u"outbox"_s, [](ReadSession &s) { return s.ledger().outbox(); }, outbox.listener());
    m_readers->ask<QString>(
        &asker, u"draft"_s,
        [](ReadSession &s) -> Result<QString> {
            const auto saved = s.desk().saveDraft({u"29"_s}, u"text"_s);
            if (!saved)
                return saved.error();
            return s.desk().draft({u"29"_s});
        },
        draft.listener());
    QTRY_COMPARE(outbox.answers.size(), 1);
    QTRY_COMPARE(draft.answers.size(), 1);
    MUST(outbox.answers.first());
    QCOMPARE(outbox.answers.first()->size(), 1);
    MUST(draft.answers.first());
    QCOMPARE(*draft.answers.first(), u"text"_s);
}

void ReaderPools::aNewerQuestionInterruptsTheOlder()
{
    QObject asker;
    QSemaphore begun;
    Heard<CacheCounts> older;
    Heard<QList<QueueRow>> newer;
    m_readers->ask<CacheCounts>(&asker, u"page"_s, endless(begun), older.listener());
    begun.acquire();
    m_readers->ask<QList<QueueRow>>(&asker, u"page"_s, [](ReadSession &s) { return s.cache().queue(); }, newer.listener());
    QTRY_COMPARE(newer.answers.size(), 1);
    MUST(newer.answers.first());
    QCOMPARE(older.answers.size(), 1);
    QCOMPARE(older.answers.first().error().kind, ErrorKind::Cancelled);
}

void ReaderPools::otherTopicsAreLeftAlone()
{
    QObject asker;
    QObject other;
    QSemaphore begun;
    Heard<CacheCounts> running;
    Heard<QList<QueueRow>> rows;
    m_readers->ask<CacheCounts>(&asker, u"page"_s, endless(begun), running.listener());
    begun.acquire();
    m_readers->ask<QList<QueueRow>>(&asker, u"other topic"_s, [](ReadSession &s) { return s.cache().queue(); }, rows.listener());
    m_readers->ask<QList<QueueRow>>(&other, u"page"_s, [](ReadSession &s) { return s.cache().queue(); }, rows.listener());
    QTRY_COMPARE(rows.answers.size(), 2);
    QVERIFY(running.answers.isEmpty());
}

void ReaderPools::aWaitingQuestionIsReplaced()
{
    m_readers = std::make_unique<Readers>(m_folder->path(), *m_book, Storage {}, 1);
    QObject blocker;
    QObject asker;
    QSemaphore go;
    Heard<Done> blocked;
    m_readers->ask<Done>(
        &blocker, u"block"_s,
        [&go](ReadSession &) {
            go.acquire();
            return Result<Done>(Done {});
        },
        blocked.listener());
    bool ran = false;
    Heard<Done> replaced;
    Heard<Done> last;
    m_readers->ask<Done>(
        &asker, u"page"_s,
        [&ran](ReadSession &) {
            ran = true;
            return Result<Done>(Done {});
        },
        replaced.listener());
    m_readers->ask<Done>(&asker, u"page"_s, [](ReadSession &) { return Result<Done>(Done {}); }, last.listener());
    QTRY_COMPARE(replaced.answers.size(), 1); // at once, not when its turn comes
    QCOMPARE(replaced.answers.first().error().kind, ErrorKind::Cancelled);
    QVERIFY(last.answers.isEmpty());
    go.release();
    QTRY_COMPARE(last.answers.size(), 1);
    MUST(last.answers.first());
    QVERIFY(!ran);
}

// One statement that takes very long: the interruption reaches into it.
void ReaderPools::anInterruptedStatementEnds()
{
    Batch batch;
    for (int i = 0; i < 3000; ++i) {
        batch.incidents.append(m_book->enter(samples::incident(QString::number(1000 + i), minute(1))));
        batch.alerts.append(m_book->enter(samples::alert(u"a%1"_s.arg(i), {}, minute(1))));
    }
    MUST(m_writer->apply(batch));
    QObject asker;
    QSemaphore begun;
    Heard<CacheCounts> heard;
    std::atomic<int> finished = 0;
    m_readers->ask<CacheCounts>(
        &asker, u"page"_s,
        [&](ReadSession &session) {
            begun.release();
            Result<CacheCounts> counts = session.cache().counts();
            while (counts) {
                ++finished;
                counts = session.cache().counts();
            }
            return counts;
        },
        heard.listener());
    begun.acquire();
    Heard<Done> newer;
    m_readers->ask<Done>(&asker, u"page"_s, [](ReadSession &) { return Result<Done>(Done {}); }, newer.listener());
    QTRY_COMPARE(heard.answers.size(), 1);
    QCOMPARE(heard.answers.first().error().kind, ErrorKind::Cancelled);
    // and the session is as good as new
    Heard<CacheCounts> again;
    m_readers->ask<CacheCounts>(&asker, u"page"_s, [](ReadSession &s) { return s.cache().counts(); }, again.listener());
    QTRY_COMPARE(again.answers.size(), 1);
    MUST(again.answers.first());
    QCOMPARE(again.answers.first()->incidents, 3001);
}

void ReaderPools::aDeadAskerIsNotAnswered()
{
    QSemaphore begun;
    QSemaphore go;
    QSemaphore done;
    auto asker = std::make_unique<QObject>();
    Heard<Done> heard;
    m_readers->ask<Done>(
        asker.get(), u"page"_s,
        [&](ReadSession &) {
            begun.release();
            go.acquire();
            done.release();
            return Result<Done>(Done {});
        },
        heard.listener());
    begun.acquire();
    asker.reset();
    go.release();
    done.acquire();
    QObject other;
    Heard<Done> later; // once this is answered, the first would have been too
    m_readers = nullptr;
    m_readers = std::make_unique<Readers>(m_folder->path(), *m_book);
    m_readers->ask<Done>(&other, u"page"_s, [](ReadSession &) { return Result<Done>(Done {}); }, later.listener());
    QTRY_COMPARE(later.answers.size(), 1);
    QVERIFY(heard.answers.isEmpty());
}

void ReaderPools::aDeadAskersQuestionIsInterrupted()
{
    m_readers = std::make_unique<Readers>(m_folder->path(), *m_book, Storage {}, 1);
    QSemaphore begun;
    auto asker = std::make_unique<QObject>();
    Heard<CacheCounts> heard;
    bool ran = false;
    m_readers->ask<CacheCounts>(asker.get(), u"page"_s, endless(begun), heard.listener());
    m_readers->ask<CacheCounts>(
        asker.get(), u"waiting"_s,
        [&ran](ReadSession &session) {
            ran = true;
            return session.cache().counts();
        },
        heard.listener());
    begun.acquire();
    asker.reset();
    QObject other;
    Heard<CacheCounts> later;
    m_readers->ask<CacheCounts>(&other, u"page"_s, [](ReadSession &s) { return s.cache().counts(); }, later.listener());
    QTRY_COMPARE(later.answers.size(), 1); // the only thread is free again
    MUST(later.answers.first());
    QVERIFY(heard.answers.isEmpty());
    QVERIFY(!ran);
}

void ReaderPools::everyQuestionIsAnsweredOnceAtTheEnd()
{
    QObject asker;
    QSemaphore begun;
    Heard<CacheCounts> heard;
    for (int topic = 0; topic < 10; ++topic) // two run, the others wait
        m_readers->ask<CacheCounts>(&asker, QString::number(topic), endless(begun), heard.listener());
    begun.acquire(2);
    m_readers.reset();
    QTRY_COMPARE(heard.answers.size(), 10);
    for (const Result<CacheCounts> &answer : heard.answers)
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
}

void ReaderPools::questionsRunSideBySide()
{
    QObject asker;
    QSemaphore first;
    QSemaphore second;
    Heard<Done> heard;
    // Each waits for the other to have begun.
    m_readers->ask<Done>(
        &asker, u"a"_s,
        [&](ReadSession &) {
            first.release();
            second.acquire();
            return Result<Done>(Done {});
        },
        heard.listener());
    m_readers->ask<Done>(
        &asker, u"b"_s,
        [&](ReadSession &) {
            second.release();
            first.acquire();
            return Result<Done>(Done {});
        },
        heard.listener());
    QTRY_COMPARE(heard.answers.size(), 2);
}

void ReaderPools::writesToTheDeskKeepTheirOrder()
{
    QObject asker;
    Heard<Done> heard;
    constexpr int Keys = 60; // strokes, each with a question that replaces the one before
    for (int key = 1; key <= Keys; ++key) {
        m_readers->ask<Done>(
            &asker, u"draft/29"_s, [key](ReadSession &s) { return s.desk().saveDraft({u"29"_s}, QString::number(key)); },
            heard.listener());
        if (key % 7 == 0)
            QTRY_VERIFY(heard.answers.size() >= key - 1);
    }
    QTRY_COMPARE(heard.answers.size(), Keys);
    MUST(heard.answers.last());
    QCOMPARE(*DeskStore(m_folder->path()).draft({u"29"_s}), QString::number(Keys));
}

// Reads and writes at once: every answer is a state that was committed as a whole.
void ReaderPools::aReaderIsNotDisturbedByTheWriter()
{
    struct Seen {
        qint64 rows = 0;
        std::optional<Moment> watermark;
    };
    constexpr int Rounds = 60;
    QSemaphore oneSeen; // the writer's second half waits for the first answer, so that both really overlap
    QList<Batch> batches;
    for (int i = 1; i <= Rounds; ++i) {
        Batch batch {.watermark = minute(i)};
        for (int j = 0; j < 10; ++j)
            batch.incidents.append(m_book->enter(samples::incident(QString::number(1000 + i * 10 + j), minute(1))));
        batches.append(batch);
    }
    std::unique_ptr<QThread> ingest(QThread::create([&] {
        const auto writer = CacheWriter::open(m_folder->path(), *m_book);
        for (qsizetype i = 0; i < batches.size(); ++i) {
            if (i == batches.size() / 2)
                oneSeen.acquire();
            if (!writer || !(*writer)->apply(batches.at(i)))
                return;
        }
    }));
    m_writer.reset();
    bool ended = false;
    connect(ingest.get(), &QThread::finished, this, [&ended] { ended = true; });
    ingest->start();
    QObject asker;
    QList<Result<Seen>> heard;
    int asked = 0;
    do {
        // rows and watermark come from two questions, so rows are asked first and may only lag behind
        m_readers->ask<Seen>(
            &asker, QString::number(++asked),
            [](ReadSession &s) -> Result<Seen> {
                const auto rows = s.cache().queue();
                if (!rows)
                    return rows.error();
                const auto feed = s.cache().feedState(Feed::Incidents);
                if (!feed)
                    return feed.error();
                return Seen {rows->size(), feed->watermark};
            },
            [&heard](Result<Seen> seen) { heard.append(std::move(seen)); });
        QTRY_COMPARE(heard.size(), asked);
        if (asked == 1)
            oneSeen.release();
    } while (!ended);
    ingest->wait();
    for (const Result<Seen> &seen : std::as_const(heard)) {
        MUST(seen);
        QCOMPARE((seen->rows - 1) % 10, 0); // never half a batch
        QVERIFY(seen->rows == 1 || seen->watermark >= minute(int(seen->rows / 10)));
    }
    CacheReader last(m_folder->path(), *m_book);
    QCOMPARE(last.queue()->size(), Rounds * 10 + 1);
    QVERIFY(asked > 1);
}

CASEMATE_TEST(ReaderPools)
#include "readerpools.moc"
