// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first half hour of somebody who has never seen the program: installs it, starts it on the demo tenant, opens an
// incident that a colleague exported, switches to German and dark, reads the diagnostics, decides something, exports the case,
// and opens it on another machine. The windows are this process's, so that a test can press their keys; what the window starts and what
// runs on the other machine is the installed program.

#include "support/programrun.h"

#include "app/look.h"
#include "app/startrun.h"
#include "support/paths.h"
#include "support/testmain.h"
#include "widgets/mainwindow.h"
#include "widgets/visible.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fixture::visibleChild;
using widgets::Command;
using widgets::MainWindow;

namespace {

constexpr int patience = 60'000; // milliseconds; also on a busy machine under the sanitizers

class SilentOutput final : public app::Output
{
public:
    void out(const QByteArray &) override { }
    void err(const QByteArray &bytes) override { said += bytes; }
    void finish(app::ExitCode code) override { ended = code; }

    QByteArray said;
    std::optional<app::ExitCode> ended;
};

// One start of the program.
class Started
{
public:
    Started(const QStringList &words, const QString &program)
        : output(std::make_shared<SilentOutput>())
        , run(withProgram(words, program), look, output)
    {
        look.apply(app::readSettings());
        run.start();
    }

    static app::Arguments withProgram(const QStringList &words, const QString &program)
    {
        app::Arguments arguments = *app::readArguments(words);
        arguments.program = program;
        return arguments;
    }

    std::shared_ptr<SilentOutput> output;
    app::Look look {QDBusConnection(u"none"_s)};
    app::StartRun run;
};

MainWindow *mainWindow()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *each : all)
        if (auto *window = qobject_cast<MainWindow *>(each); window && window->isVisible())
            return window;
    return nullptr;
}

void trigger(Command command) { mainWindow()->commands().action(command)->trigger(); }

QString toldInTheWindow()
{
    const auto *bar = visibleChild<QWidget>(*mainWindow(), u"messages"_s);
    const auto *label = bar ? bar->findChild<QLabel *>(u"text"_s) : nullptr;
    return label ? label->text() : QString();
}

int rowsInTheQueue()
{
    const auto *rows = mainWindow() ? visibleChild<QAbstractItemView>(*mainWindow(), u"rows"_s) : nullptr;
    return rows ? rows->model()->rowCount() : -1;
}

// Types the name of a file into the dialog that a command opens.
bool choose(Command command, const QString &dialog, const QString &path)
{
    trigger(command);
    auto *files = mainWindow()->findChild<QFileDialog *>(dialog);
    auto *name = files ? files->findChild<QLineEdit *>(u"fileNameEdit"_s) : nullptr;
    if (!name)
        return false;
    name->setText(path);
    files->metaObject()->invokeMethod(files, "accept");
    return true;
}

void setChoice(const QString &box, const QString &data)
{
    auto *choice = visibleChild<QComboBox>(*mainWindow(), box);
    QVERIFY(choice);
    const int at = choice->findData(data);
    QVERIFY(at >= 0);
    choice->setCurrentIndex(at);
    Q_EMIT choice->activated(at);
}

} // namespace

class HalfHour : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void itGoesAsItShould();

private:
    void install();
    void openAColleaguesIncident();
    void switchToGermanAndDark();
    void readTheDiagnostics();
    void decideAndExport();
    void openTheCaseElsewhere();

    QTemporaryDir m_place;
    QString m_installed; // the program
    QString m_started; // the installed program, noting that it was started
    QString m_case;
};

void HalfHour::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    qputenv("HOME", QFile::encodeName(m_place.path()));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_place.filePath(u"data"_s)));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_place.filePath(u"config"_s)));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_place.filePath(u"config"_s));
}

void HalfHour::itGoesAsItShould()
{
    install();
    if (QTest::currentTestFailed())
        return;
    Started started({u"--demo"_s, u"--demo-incidents"_s, u"20"_s}, m_started);
    QTRY_VERIFY_WITH_TIMEOUT(rowsInTheQueue() > 0, patience);
    for (const auto step : {&HalfHour::openAColleaguesIncident, &HalfHour::switchToGermanAndDark, &HalfHour::readTheDiagnostics,
                            &HalfHour::decideAndExport}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
    mainWindow()->close();
    Q_EMIT qApp->lastWindowClosed(); // Qt says it only while exec() runs
    QTRY_COMPARE_WITH_TIMEOUT(started.output->ended, app::ExitCode::Done, patience);
    QVERIFY2(started.output->said.isEmpty(), started.output->said.constData());
    openTheCaseElsewhere();
}

void HalfHour::install()
{
    QProcess cmake;
    cmake.start(u"cmake"_s, {u"--install"_s, casemate::test::buildDir(), u"--prefix"_s, m_place.filePath(u"usr"_s)});
    QVERIFY(cmake.waitForFinished(patience));
    QVERIFY2(cmake.exitCode() == 0, cmake.readAllStandardError().constData());
    m_installed = m_place.filePath(u"usr/bin/casemate"_s);
    for (const char *file : {"bin/casemate-simulator", "share/applications/casemate.desktop", "share/man/man1/casemate.1.gz"})
        QVERIFY2(QFile::exists(m_place.filePath(u"usr/"_s + QLatin1StringView(file))), file);
    m_started = m_place.filePath(u"started"_s);
    QFile script(m_started);
    QVERIFY(script.open(QIODevice::WriteOnly));
    const QByteArray lines = "#!/bin/sh\necho $$ > '" + QFile::encodeName(m_started) + ".pid'\nexec '" + QFile::encodeName(m_installed) + "' \"$@\"\n";
    script.write(lines);
    QVERIFY(script.setPermissions(QFile::Permissions(0x7055)));
}

// It opens in a window and a process of its own, which is read through its command line.
void HalfHour::openAColleaguesIncident()
{
    const QString path = m_place.filePath(u"from-a-colleague.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"id":"4711","displayName":"Somebody's incident","status":"Active","severity":"High","createdDateTime":"2026-02-01T00:00:00Z","lastUpdateDateTime":"2026-02-01T00:00:00Z",)"
               R"("alerts":[{"id":"a1","title":"An alert","createdDateTime":"2026-02-01T00:00:00Z","evidence":[{"@odata.type":"#microsoft.graph.security.starshipEvidence"}]}]})");
    file.close();
    QVERIFY(choose(Command::OpenFile, u"openFiles"_s, path));
    QTRY_VERIFY2_WITH_TIMEOUT(toldInTheWindow().contains(u"window of its own"_s), qPrintable(toldInTheWindow()), patience);
    QVERIFY2(toldInTheWindow().contains(u"1 incident and 1 alert"_s), qPrintable(toldInTheWindow()));
    QFile pid(m_started + u".pid"_s);
    QTRY_VERIFY_WITH_TIMEOUT(pid.size() > 0, patience);
    QVERIFY(pid.open(QIODevice::ReadOnly));
    const QString process = QString::fromLatin1(pid.readAll().trimmed());
    QCOMPARE(QFileInfo(u"/proc/%1/exe"_s.arg(process)).symLinkTarget(), QFileInfo(m_installed).canonicalFilePath());
    QProcess reading;
    reading.start(m_installed, {u"incident"_s, u"4711"_s, u"--tenant"_s, u"from-a-colleague"_s});
    QVERIFY(reading.waitForFinished(patience));
    const QByteArray said = reading.readAllStandardOutput();
    QVERIFY2(said.contains("Somebody's incident") && said.contains("starshipEvidence"), said.constData());
    QCOMPARE(QProcess::execute(u"kill"_s, {process}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(u"/proc/%1/exe"_s.arg(process)), patience);
}

void HalfHour::switchToGermanAndDark()
{
    trigger(Command::GoSettings);
    setChoice(u"language"_s, u"de"_s);
    QTRY_VERIFY_WITH_TIMEOUT(mainWindow() && mainWindow()->menuBar()->actions().constFirst()->text() == u"&Datei"_s, patience);
    setChoice(u"theme"_s, u"dark"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::palette().color(QPalette::Window).lightness() < 80, patience);
    trigger(Command::GoQueue);
    QVERIFY(rowsInTheQueue() > 0); // nothing was lost on the way
}

void HalfHour::readTheDiagnostics()
{
    trigger(Command::Diagnostics);
    auto *dialog = mainWindow()->findChild<QDialog *>(u"DiagnosticsDialog"_s);
    QVERIFY(dialog);
    auto *copy = dialog->findChild<QPushButton *>(u"copy"_s);
    QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), patience);
    QVERIFY(dialog->findChild<QAbstractItemView *>(u"findings"_s)->model()->rowCount() > 10);
    copy->click();
    const QString report = QApplication::clipboard()->text();
    QVERIFY2(report.contains(u"SQLite"_s) && report.contains(u"Qt"_s), qPrintable(report));
    QVERIFY2(!report.contains(u'@') && !report.contains(m_place.path()), qPrintable(report)); // nobody's name, no folder of ours
    dialog->close();
}

void HalfHour::decideAndExport()
{
    auto *rows = visibleChild<QAbstractItemView>(*mainWindow(), u"rows"_s);
    rows->setCurrentIndex(rows->model()->index(0, 0));
    trigger(Command::Take);
    m_case = m_place.filePath(u"case.json"_s);
    QTRY_VERIFY_WITH_TIMEOUT(mainWindow()->commands().action(Command::Undo)->isEnabled(), patience); // it is in the ledger
    QVERIFY(choose(Command::ExportCase, u"exportCase"_s, m_case));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_case), patience);
    QTRY_VERIFY2_WITH_TIMEOUT(toldInTheWindow().contains(m_case), qPrintable(toldInTheWindow()), patience);
}

void HalfHour::openTheCaseElsewhere()
{
    const QString folder = m_place.filePath(u"another-machine"_s);
    const auto there = [&](const QStringList &words) {
        QProcess program;
        program.start(m_installed, words + QStringList {u"--data-dir"_s, folder});
        return program.waitForFinished(patience) && program.exitCode() == 0 ? program.readAllStandardOutput() : QByteArray("failed: ") + program.readAllStandardError();
    };
    const QByteArray imported = there({u"import"_s, m_case});
    QVERIFY2(imported.contains("is proved"), imported.constData());
    const QJsonArray history = QJsonDocument::fromJson(there({u"history"_s, u"--json"_s})).array();
    QVERIFY(!history.isEmpty());
    QCOMPARE(history.last().toObject().value("event"_L1).toString(), u"decided"_s);
    Started started({u"--data-dir"_s, folder}, m_started);
    QTRY_COMPARE_WITH_TIMEOUT(rowsInTheQueue(), 1, patience);
    QVERIFY(!mainWindow()->commands().action(Command::Sync)->isEnabled());
    mainWindow()->close();
    Q_EMIT qApp->lastWindowClosed();
    QTRY_COMPARE_WITH_TIMEOUT(started.output->ended, app::ExitCode::Done, patience);
}

CASEMATE_TEST(HalfHour)
#include "halfhour.moc"
