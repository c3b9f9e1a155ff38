// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/programrun.h"

#include "app/clouds.h"
#include "app/desktop.h"
#include "app/look.h"
#include "app/startrun.h"
#include "support/testmain.h"
#include "widgets/mainwindow.h"
#include "widgets/startwindow.h"
#include "widgets/visible.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // milliseconds; also on a busy machine under the sanitizers

struct Heard {
    QByteArray err;
    std::optional<app::ExitCode> code;
};

class HeardOutput final : public app::Output
{
public:
    explicit HeardOutput(Heard &heard)
        : m_heard(heard)
    {
    }
    void out(const QByteArray &) override { }
    void err(const QByteArray &bytes) override { m_heard.err += bytes; }
    void finish(app::ExitCode code) override { m_heard.code = code; }

private:
    Heard &m_heard;
};

// The program with its window in this process, so that a test can press its keys.
class Started
{
public:
    explicit Started(const QStringList &words = {})
        : run(*app::readArguments(words), look, std::make_shared<HeardOutput>(heard))
    {
        run.start();
    }

    Heard heard;
    app::Look look {QDBusConnection(QStringLiteral("none"))};
    app::StartRun run;
};

template <class Window>
Window *shown()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *each : all)
        if (auto *window = qobject_cast<Window *>(each); window && window->isVisible())
            return window;
    return nullptr;
}

template <class T>
T *visible(const QString &name)
{
    const auto *window = shown<widgets::StartWindow>();
    const QList<T *> all = window ? window->findChildren<T *>(name) : QList<T *>();
    for (T *each : all)
        if (each->isVisible())
            return each;
    return nullptr;
}

// False where there is no such thing to press on.
bool press(const QString &name, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    auto *widget = visible<QWidget>(name);
    if (widget)
        QTest::keyClick(widget, key, modifiers);
    return widget != nullptr;
}

bool type(const QString &name, const QString &text)
{
    auto *field = visible<QWidget>(name);
    if (field)
        QTest::keyClicks(field, text);
    return field != nullptr;
}

// Qt says that the last window was closed only while exec() runs, which it does not here.
void closeMain()
{
    shown<widgets::MainWindow>()->close();
    Q_EMIT qApp->lastWindowClosed();
}

QString text(const QString &name)
{
    const auto *label = visible<QLabel>(name);
    return label ? label->text() : QString();
}

QString content(const QString &file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? QString::fromUtf8(read.readAll()).trimmed() : QString();
}

} // namespace

// What a person sees who starts the program from an icon, against the real demo tenant.
class StartPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void withoutATenantThereIsAWelcome();
    void theDemoOpensFromTheWelcome();
    void severalTenantsAreAList();
    void aTenantIsAddedAndSignedInTo();
    void aSignInThatIsCancelledEndsWithFour();
    void aRefusedSignInIsToldInTheWindow();
    void dataThatCannotBeOpenedIsToldInTheWindow();
    void aSecondStartRaisesTheFirst();
    void aWrongWordOnTheCommandLineStaysThere();
    void theCommandOfASignInIsForThatOneOnly();
    void theWindowChangesItsLanguageWhileItRuns();

private:
    [[nodiscard]] bool addDemo(const QString &name, const QString &tenantId = {});
    void writeScript(const QString &name, const QByteArray &does);
    void setBrowser(const QByteArray &does) { writeScript(u"xdg-open"_s, does); } // as the program starts the system's browser

    ProgramRun m_demo;
    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_path = qgetenv("PATH");
};

void StartPages::init()
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->filePath(u"data"_s)));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->filePath(u"config"_s)));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home->filePath(u"config"_s)); // Qt looked there once
    const QByteArray path = QFile::encodeName(m_home->path()) + ':' + m_path;
    qputenv("PATH", path);
    setBrowser("exec curl -sLo /dev/null \"$1\"");
    if (m_demo.ready().isEmpty())
        QVERIFY(m_demo.startTenant({u"--incidents"_s, u"20"_s}));
}

void StartPages::writeScript(const QString &name, const QByteArray &does)
{
    QFile script(m_home->filePath(name));
    QVERIFY(script.open(QIODevice::WriteOnly));
    const QByteArray lines = "#!/bin/sh\n" + does + '\n';
    script.write(lines);
    QVERIFY(script.setPermissions(QFile::Permissions(0x7055)));
}

bool StartPages::addDemo(const QString &name, const QString &tenantId)
{
    const auto cloud = app::readCloudFile(m_demo.ready().value(u"cloud_file").toString());
    if (!cloud)
        return false;
    return app::TenantRegistry(app::TenantRegistry::standardFile({}))
        .add({.key = name,
              .tenantId = tenantId.isEmpty() ? cloud->tenantId : tenantId,
              .clientId = cloud->clientId,
              .cloud = cloud->cloud,
              .oid = {},
              .upn = {}})
        .hasValue();
}

void StartPages::withoutATenantThereIsAWelcome()
{
    const Started started;
    QVERIFY(shown<widgets::StartWindow>());
    QVERIFY(visible<QPushButton>(u"demo"_s));
    QVERIFY(started.heard.err.isEmpty());
    shown<widgets::StartWindow>()->close();
    QTRY_COMPARE(started.heard.code, app::ExitCode::Done);
}

void StartPages::theDemoOpensFromTheWelcome()
{
    const Started started({u"--demo-incidents"_s, u"20"_s});
    QVERIFY(press(u"demo"_s, Qt::Key_Return));
    QTRY_VERIFY_WITH_TIMEOUT(shown<widgets::MainWindow>(), patience);
    QVERIFY(!shown<widgets::StartWindow>());
    QVERIFY(app::TenantRegistry(app::TenantRegistry::standardFile({})).tenants().isEmpty()); // nothing of it stays
    closeMain();
    QTRY_COMPARE_WITH_TIMEOUT(started.heard.code, app::ExitCode::Done, patience);
    QVERIFY2(started.heard.err.isEmpty(), started.heard.err.constData());
}

void StartPages::severalTenantsAreAList()
{
    QVERIFY(addDemo(u"north"_s, u"north.example"_s));
    QVERIFY(addDemo(u"south"_s, u"south.example"_s));
    const Started started;
    auto *rows = visible<QAbstractItemView>(u"rows"_s);
    QVERIFY(rows);
    QCOMPARE(rows->model()->rowCount(), 2);
    QVERIFY(press(u"rows"_s, Qt::Key_Down));
    QVERIFY(press(u"rows"_s, Qt::Key_Return));
    QVERIFY(text(u"tenant"_s).contains(u"south"_s));
    QVERIFY(press(u"signIn"_s, Qt::Key_Escape)); // the other one then
    QVERIFY(visible<QAbstractItemView>(u"rows"_s));
    shown<widgets::StartWindow>()->close();
    QTRY_COMPARE(started.heard.code, app::ExitCode::Done);
}

void StartPages::aTenantIsAddedAndSignedInTo()
{
    const Started started;
    QVERIFY(press(u"add"_s, Qt::Key_Space));
    QVERIFY(press(u"cloud"_s, Qt::Key_End));
    QVERIFY(type(u"file"_s, u"/nowhere/cloud.json"_s));
    QVERIFY(press(u"add"_s, Qt::Key_Space));
    QVERIFY2(text(u"fault"_s).contains(u"/nowhere/cloud.json"_s), qPrintable(text(u"fault"_s)));
    QVERIFY(press(u"file"_s, Qt::Key_A, Qt::ControlModifier));
    QVERIFY(type(u"file"_s, m_demo.ready().value(u"cloud_file").toString()));
    QVERIFY(type(u"name"_s, u"Fabrikam"_s));
    QVERIFY(press(u"add"_s, Qt::Key_Space));
    QVERIFY(text(u"tenant"_s).contains(u"Fabrikam"_s));
    QVERIFY(press(u"signIn"_s, Qt::Key_Return));
    QTRY_VERIFY_WITH_TIMEOUT(shown<widgets::MainWindow>(), patience);
    QVERIFY(!shown<widgets::StartWindow>());
    const auto kept = app::TenantRegistry(app::TenantRegistry::standardFile({})).choose({});
    QVERIFY(kept.hasValue());
    QCOMPARE(kept->key, u"Fabrikam"_s);
    QVERIFY(kept->upn.contains(u'@'));
    closeMain();
    QTRY_COMPARE_WITH_TIMEOUT(started.heard.code, app::ExitCode::Done, patience);
    QVERIFY2(started.heard.err.isEmpty(), started.heard.err.constData());
}

void StartPages::aSignInThatIsCancelledEndsWithFour()
{
    setBrowser("exec true"); // a person who does not get round to it
    QVERIFY(addDemo(u"north"_s));
    const Started started;
    QVERIFY(press(u"signIn"_s, Qt::Key_Return));
    QVERIFY(visible<QPushButton>(u"cancel"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(u"copy"_s), patience); // the page's address is known
    QVERIFY(press(u"cancel"_s, Qt::Key_Escape));
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(u"signIn"_s), patience);
    QVERIFY(text(u"state"_s).isEmpty());
    shown<widgets::StartWindow>()->close();
    QTRY_COMPARE(started.heard.code, app::ExitCode::SignInNeeded);
    QVERIFY(started.heard.err.isEmpty());
}

void StartPages::aRefusedSignInIsToldInTheWindow()
{
    QVERIFY(addDemo(u"north"_s, u"00000000-0000-4000-8000-000000000000"_s)); // there is no such directory
    const Started started;
    QVERIFY(press(u"signIn"_s, Qt::Key_Return));
    QTRY_COMPARE_WITH_TIMEOUT((visible<QPushButton>(u"signIn"_s) ? visible<QPushButton>(u"signIn"_s)->text() : QString()), u"&Try again"_s, patience);
    QVERIFY2(text(u"state"_s).startsWith(u"Could not sign in"_s), qPrintable(text(u"state"_s)));
    QVERIFY(started.heard.err.isEmpty());
    shown<widgets::StartWindow>()->close();
    QTRY_COMPARE(started.heard.code, app::ExitCode::SignInNeeded);
}

void StartPages::dataThatCannotBeOpenedIsToldInTheWindow()
{
    QVERIFY(addDemo(u"north"_s));
    QFile inTheWay(m_home->filePath(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder should be
    const Started started;
    QVERIFY(visible<QAbstractItemView>(u"rows"_s));
    QVERIFY2(text(u"text"_s).startsWith(u"Could not"_s), qPrintable(text(u"text"_s)));
    QVERIFY(started.heard.err.isEmpty());
    shown<widgets::StartWindow>()->close();
    QTRY_COMPARE(started.heard.code, app::ExitCode::Failed);
}

void StartPages::aSecondStartRaisesTheFirst()
{
    QVERIFY(addDemo(u"north"_s));
    const Started first;
    auto *window = shown<widgets::StartWindow>();
    QVERIFY(window);
    window->showMinimized();
    const Started second;
    QTRY_COMPARE_WITH_TIMEOUT(second.heard.code, app::ExitCode::Done, patience);
    QVERIFY(!window->isMinimized());
    QVERIFY(!first.heard.code);
    window->close();
    QTRY_COMPARE(first.heard.code, app::ExitCode::SignInNeeded);
}

void StartPages::aWrongWordOnTheCommandLineStaysThere()
{
    QVERIFY(addDemo(u"north"_s));
    const Started started({u"--tenant"_s, u"west"_s});
    QTRY_COMPARE(started.heard.code, app::ExitCode::Usage);
    QVERIFY2(isOneClearLine(started.heard.err), started.heard.err.constData());
    QVERIFY(!shown<widgets::StartWindow>());
}

void StartPages::theCommandOfASignInIsForThatOneOnly()
{
    const QString file = m_home->filePath(u"opened"_s);
    const auto noting = [&file](const QByteArray &word) {
        return QByteArray("echo \"" + word + " $1\" > '" + QFile::encodeName(file) + '\'');
    };
    setBrowser(noting("system"));
    writeScript(u"chosen"_s, noting("command"));
    app::SystemBrowser browser;
    {
        const auto command = browser.useCommand(m_home->filePath(u"chosen"_s));
        QVERIFY(browser.open(QUrl(u"https://login.microsoftonline.com/one"_s)).hasValue());
        QTRY_COMPARE(content(file), u"command https://login.microsoftonline.com/one"_s);
    }
    QVERIFY(browser.open(QUrl(u"https://login.microsoftonline.com/two"_s)).hasValue());
    QTRY_COMPARE(content(file), u"system https://login.microsoftonline.com/two"_s);
}

void StartPages::theWindowChangesItsLanguageWhileItRuns()
{
    const Started started({u"--demo-incidents"_s, u"20"_s});
    QVERIFY(press(u"demo"_s, Qt::Key_Return));
    QTRY_VERIFY_WITH_TIMEOUT(shown<widgets::MainWindow>(), patience);
    const auto choose = [](const QString &name, int index) {
        auto *window = shown<widgets::MainWindow>();
        auto *box = window->findChild<QComboBox *>(name);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index); // as a person's choice
    };
    auto *english = shown<widgets::MainWindow>();
    english->commands().action(widgets::Command::GoSettings)->trigger();
    QVERIFY(english->windowTitle().startsWith(u"Settings"_s));
    const QPointer<widgets::MainWindow> old = english;
    choose(u"language"_s, 2);
    auto *german = shown<widgets::MainWindow>();
    QVERIFY(german && german != english);
    QVERIFY2(german->windowTitle().startsWith(u"Einstellungen"_s), qPrintable(german->windowTitle())); // at the same place
    QCOMPARE(german->commands().action(widgets::Command::GoQueue)->text(), u"&Warteschlange"_s);
    QTRY_VERIFY(!old);
    QVERIFY(!started.heard.code); // and the program goes on
    QCOMPARE(app::readSettings().language, u"de"_s);

    choose(u"theme"_s, 2);
    QCOMPARE(qApp->property("casemateScheme").toString(), u"dark"_s);
    QCOMPARE(shown<widgets::MainWindow>(), german); // which needs no other window
    german->findChild<QSpinBox *>(u"undoHold"_s)->setValue(42);
    QCOMPARE(app::readSettings().undoHold, std::chrono::seconds(42));

    // A folder where the file should be: it cannot be written now.
    QVERIFY(QFile::remove(m_home->filePath(u"config/casemate/casemate.ini"_s)));
    QVERIFY(QDir().mkpath(m_home->filePath(u"config/casemate/casemate.ini"_s)));
    choose(u"language"_s, 1);
    QCOMPARE(shown<widgets::MainWindow>(), german);
    QCOMPARE(german->findChild<QComboBox *>(u"language"_s)->currentIndex(), 2); // it stays as it was
    QVERIFY(fixture::visibleChild<QLabel>(*german, u"fault"_s));
    QVERIFY(QDir().rmdir(m_home->filePath(u"config/casemate/casemate.ini"_s)));
    choose(u"language"_s, 1);
    QVERIFY(shown<widgets::MainWindow>()->windowTitle().startsWith(u"Settings"_s));
    closeMain();
    QTRY_COMPARE_WITH_TIMEOUT(started.heard.code, app::ExitCode::Done, patience);
    QVERIFY2(started.heard.err.isEmpty(), started.heard.err.constData());
}

CASEMATE_TEST(StartPages)
#include "startpages.moc"
