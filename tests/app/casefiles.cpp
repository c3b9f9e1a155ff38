// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A case on its way: decided here, exported, imported on "another machine" (another home), shown and proved there.

#include "support/programrun.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class CaseFilesOfThePrograms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCaseTravels();
    void aForgedCaseIsTold();
    void rawItemsComeBack();
    void aFileTenantCanOnlyBeRead();
    void theOneLivingTenantStaysTheOne();
    void badFiles_data();
    void badFiles();

private:
    // An incident with a decision about it and one about another; answers its id.
    QString decideSomething(ProgramRun &run)
    {
        const QJsonArray incidents = run.run({u"incidents"_s, u"--sort"_s, u"id"_s, u"--json"_s}).json().array();
        const QString id = incidents.at(0).toObject().value("id"_L1).toString();
        const QString other = incidents.at(1).toObject().value("id"_L1).toString();
        for (const QString &target : {other, id, other, id}) {
            const Ended decided = run.run({u"decide"_s, u"tag"_s, target, u"--value"_s, u"seen-%1"_s.arg(m_tags++), u"--no-hold"_s, u"--wait"_s});
            if (decided.code != 0)
                qWarning("%s", decided.err.constData());
        }
        return id;
    }
    QString exported(ProgramRun &run, const QString &id)
    {
        const QString path = run.home() + u"/case.json"_s;
        const Ended ended = run.run({u"export-case"_s, id, path});
        if (ended.code != 0)
            qWarning("%s", ended.err.constData());
        return path;
    }
    int m_tags = 0;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString written(const ProgramRun &run, const QString &name, const QByteArray &content)
{
    QFile file(run.home() + u'/' + name);
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
    file.write(content);
    return file.fileName();
}

} // namespace

void CaseFilesOfThePrograms::aCaseTravels()
{
    ProgramRun here;
    QVERIFY(here.startTenant());
    QVERIFY(here.signIn());
    QCOMPARE(here.run({u"sync"_s}).code, 0);
    const QString id = decideSomething(here);
    const QString path = exported(here, id);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());

    ProgramRun there;
    const Ended import = there.run({u"import"_s, path});
    QCOMPARE(import.code, 0);
    QVERIFY2(import.out.contains("proved"), import.out.constData());
    QCOMPARE(there.run({u"incidents"_s, u"--json"_s}).json().array().size(), 1);
    QCOMPARE(there.run({u"incident"_s, id, u"--raw"_s}).out, here.run({u"incident"_s, id, u"--raw"_s}).out);
    QCOMPARE(there.run({u"incident"_s, id, u"--json"_s}).json(), here.run({u"incident"_s, id, u"--json"_s}).json());
    QCOMPARE(there.run({u"history"_s, u"verify"_s}).code, 0);
    const QJsonArray history = there.run({u"history"_s, u"--json"_s}).json().array();
    QVERIFY(history.size() >= 4);
    for (const QJsonValue &entry : history)
        QCOMPARE(entry.toObject().value("incidentId"_L1).toString(), id);
    // And on from there.
    const QString again = exported(there, id);
    const auto parts = [](const QString &file) {
        QJsonObject object = QJsonDocument::fromJson(contentOf(file)).object();
        object.remove("exported"_L1);
        object.remove("tenant"_L1);
        return object;
    };
    QCOMPARE(parts(again), parts(path));
}

void CaseFilesOfThePrograms::aForgedCaseIsTold()
{
    ProgramRun here;
    QVERIFY(here.startTenant());
    QVERIFY(here.signIn());
    QCOMPARE(here.run({u"sync"_s}).code, 0);
    const QString path = exported(here, decideSomething(here));
    QByteArray text = contentOf(path);
    QVERIFY(text.contains("seen-"));
    text.replace("seen-", "sawn-"); // what was decided
    ProgramRun there;
    const Ended import = there.run({u"import"_s, written(there, u"forged.json"_s, text)});
    QCOMPARE(import.code, 3);
    QVERIFY2(import.out.contains("does not hold"), import.out.constData());
    QCOMPARE(there.run({u"incidents"_s, u"--json"_s}).json().array().size(), 1); // shown all the same
    QCOMPARE(there.run({u"history"_s, u"verify"_s}).code, 1);
}

void CaseFilesOfThePrograms::rawItemsComeBack()
{
    ProgramRun here;
    QVERIFY(here.startTenant());
    QVERIFY(here.signIn());
    QCOMPARE(here.run({u"sync"_s}).code, 0);
    const QString id = here.run({u"incidents"_s, u"--json"_s}).json().array().at(0).toObject().value("id"_L1).toString();
    const QByteArray raw = here.run({u"incident"_s, id, u"--raw"_s}).out;
    QVERIFY(raw.count('\n') >= 2);
    ProgramRun there;
    QCOMPARE(there.run({u"import"_s, written(there, u"raw.jsonl"_s, raw)}).code, 0);
    QCOMPARE(there.run({u"incident"_s, id, u"--raw"_s}).out, raw);
}

void CaseFilesOfThePrograms::aFileTenantCanOnlyBeRead()
{
    ProgramRun run;
    const QString path = written(run, u"one.json"_s, R"({"id":"29","displayName":"x","createdDateTime":"2026-02-01T00:00:00Z"})");
    QCOMPARE(run.run({u"import"_s, path, u"--name"_s, u"mine"_s}).code, 0);
    for (const QStringList &words : {QStringList {u"sync"_s}, QStringList {u"signin"_s}, QStringList {u"signout"_s},
                                     QStringList {u"decide"_s, u"tag"_s, u"29"_s, u"--value"_s, u"t"_s},
                                     QStringList {u"outbox"_s, u"send"_s}}) {
        const Ended ended = run.run(words);
        QCOMPARE(ended.code, 1);
        QVERIFY2(isOneClearLine(ended.err) && ended.err.contains("files"), ended.err.constData());
    }
    QCOMPARE(run.run({u"outbox"_s, u"--json"_s}).json().array().size(), 0);
    const Ended taken = run.run({u"import"_s, path, u"--name"_s, u"mine"_s});
    QCOMPARE(taken.code, 1);
    QVERIFY2(isOneClearLine(taken.err), taken.err.constData());
    const Ended slashed = run.run({u"import"_s, path, u"--name"_s, u"a/b\\c"_s});
    QVERIFY2(slashed.out.startsWith("a-b-c:"), slashed.out.constData());
    QCOMPARE(run.run({u"incident"_s, u"29"_s, u"--tenant"_s, u"a-b-c"_s}).code, 0);
    QCOMPARE(run.run({u"tenant"_s, u"remove"_s, u"a-b-c"_s}).code, 0);
    // Without a name it gets one of its own; removing it takes its data away.
    QCOMPARE(run.run({u"import"_s, path}).code, 0);
    QCOMPARE(run.run({u"import"_s, path}).code, 0);
    QJsonArray tenants = run.run({u"tenant"_s, u"list"_s, u"--json"_s}).json().array();
    QCOMPARE(tenants.size(), 3);
    const QString files = run.home() + u"/data/casemate/files/unknown"_s;
    const auto folders = [&files] { return QDir(files).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(); };
    QCOMPARE(folders(), 3);
    QCOMPARE(run.run({u"tenant"_s, u"remove"_s, u"mine"_s}).code, 0);
    QCOMPARE(folders(), 2);
    QCOMPARE(run.run({u"incident"_s, u"29"_s, u"--tenant"_s, u"one"_s}).code, 0);
}

void CaseFilesOfThePrograms::theOneLivingTenantStaysTheOne()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"import"_s, written(run, u"one.json"_s, R"({"id":"29","displayName":"x","createdDateTime":"2026-02-01T00:00:00Z"})")}).code, 0);
    QCOMPARE(run.run({u"sync"_s}).code, 0); // of the demo tenant
    QCOMPARE(run.run({u"incidents"_s, u"--json"_s}).json().array().size(), 60);
    QCOMPARE(run.run({u"incidents"_s, u"--json"_s, u"--tenant"_s, u"one"_s}).json().array().size(), 1);
}

void CaseFilesOfThePrograms::badFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("HTML") << "<html>"_ba << 1;
    QTest::newRow("nothing of ours") << "{\"a\":1}"_ba << 1;
    QTest::newRow("a part of it") << R"([{"id":"29","displayName":"x","createdDateTime":"2026-02-01T00:00:00Z"},{"id":"30","displayName":7,"createdDateTime":"2026-02-01T00:00:00Z"}])"_ba << 3;
}

void CaseFilesOfThePrograms::badFiles()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, code);
    ProgramRun run;
    const Ended ended = run.run({u"import"_s, written(run, u"bad.json"_s, content)});
    QCOMPARE(ended.code, code);
    QVERIFY2(isOneClearLine(ended.err), ended.err.constData());
    QCOMPARE(run.run({u"tenant"_s, u"list"_s, u"--json"_s}).json().array().size(), code == 3 ? 1 : 0);
}

CASEMATE_TEST(CaseFilesOfThePrograms)
#include "casefiles.moc"
