// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "widgets/startwindow.h"
#include "widgets/theme.h"
#include "widgets/visible.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using widgets::StartWindow;

namespace {

domain::Tenant tenant(const QString &key, const QString &upn = {})
{
    domain::Tenant made;
    made.key = key;
    made.tenantId = key + u".example"_s;
    made.cloud.name = u"global"_s;
    made.cloud.login = QUrl(u"https://login.microsoftonline.com"_s);
    made.upn = upn;
    return made;
}

domain::Error wrong(const QString &what, const QString &detail = {})
{
    domain::Error error = domain::error(domain::ErrorKind::UsageWrong, u"add the tenant"_s, detail);
    error.code = what;
    return error;
}

class Opened
{
public:
    explicit Opened(const QList<domain::Tenant> &tenants)
        : window({tenant(u"x"_s).cloud})
    {
        widgets::applyTheme(*qApp, widgets::Scheme::Light);
        window.offer(tenants);
        window.show();
        window.activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(&window)); }();
    }
    template <class T>
    T *visible(const QString &name) const
    {
        return fixture::visibleChild<T>(window, name);
    }
    [[nodiscard]] QString focusName() const { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] QString text(const QString &name) const
    {
        const auto *label = visible<QLabel>(name);
        return label ? label->text() : QString();
    }

    StartWindow window;
};

} // namespace

class Starting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutATenantTheDemoIsOneKeyAway();
    void theFormIsOneStepAndEscapeIsTheWayBack();
    void theListIsWalkedByKeys();
    void whatIsTypedIsDescribed();
    void aCloudFileIsAskedForWhereItIsWanted();
    void aRefusalNamesTheField_data();
    void aRefusalNamesTheField();
    void theSignInSaysWhoseItIsAndStartsByEnter();
    void aRunningSignInIsCancelledByEscape();
    void theAddressOfThePageCanBeCopied();
    void aFailedSignInSaysWhyAndOffersAnotherTry();
    void textFromOutsideStaysText();
    void aFailureIsToldAboveThePage();
    void closingIsToldOnce();
};

void Starting::withoutATenantTheDemoIsOneKeyAway()
{
    Opened opened({});
    QSignalSpy demo(&opened.window, &StartWindow::demoRequested);
    QVERIFY(opened.text(u"lead"_s).contains(u"Microsoft Defender"_s));
    opened.press(Qt::Key_Return);
    QCOMPARE(demo.size(), 1);
    opened.window.showDemoStarting(true);
    QVERIFY(opened.text(u"text"_s).contains(u"being started"_s));
    QVERIFY(!opened.visible<QPushButton>(u"demo"_s)->isEnabled()); // not a second one
    opened.window.showDemoStarting(false);
    QVERIFY(opened.visible<QPushButton>(u"demo"_s)->isEnabled());
}

void Starting::theFormIsOneStepAndEscapeIsTheWayBack()
{
    Opened opened({});
    opened.press(Qt::Key_Tab);
    QCOMPARE(opened.focusName(), u"add"_s);
    opened.press(Qt::Key_Return);
    QVERIFY(opened.visible<QLineEdit>(u"tenantId"_s));
    QCOMPARE(opened.focusName(), u"cloud"_s);
    opened.press(Qt::Key_Escape);
    QVERIFY(!opened.visible<QLineEdit>(u"tenantId"_s));
    QCOMPARE(opened.focusName(), u"demo"_s);
    opened.press(Qt::Key_Escape); // nothing before it
    QVERIFY(opened.window.isVisible());
}

void Starting::theListIsWalkedByKeys()
{
    Opened opened({tenant(u"north"_s, u"ada@north.example"_s), tenant(u"south"_s)});
    QSignalSpy chosen(&opened.window, &StartWindow::chosen);
    auto *rows = opened.visible<QAbstractItemView>(u"rows"_s);
    QVERIFY(rows && rows->hasFocus());
    QCOMPARE(rows->accessibleName(), u"Tenants"_s);
    QVERIFY(rows->model()->index(0, 2).data().toString().contains(u"ada@north.example"_s));
    QCOMPARE(rows->model()->index(1, 2).data().toString(), u"Nobody yet"_s);
    opened.press(Qt::Key_Down);
    opened.press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"south"_s);
    opened.window.offer({tenant(u"east"_s), tenant(u"north"_s), tenant(u"south"_s)}); // the current one stays
    opened.press(Qt::Key_Return);
    QCOMPARE(chosen.last().first().toString(), u"south"_s);
}

void Starting::whatIsTypedIsDescribed()
{
    Opened opened({tenant(u"north"_s)});
    QSignalSpy described(&opened.window, &StartWindow::described);
    opened.visible<QPushButton>(u"add"_s)->setFocus();
    opened.press(Qt::Key_Return);
    opened.press(Qt::Key_Tab);
    QCOMPARE(opened.focusName(), u"tenantId"_s);
    opened.type(u"south.example"_s);
    opened.press(Qt::Key_Tab);
    opened.type(u"1234-5"_s);
    opened.press(Qt::Key_Tab);
    opened.type(u"South"_s);
    opened.press(Qt::Key_Return); // as in every form
    QCOMPARE(described.size(), 1);
    const domain::TenantWish expected {.cloud = u"global"_s, .tenantId = u"south.example"_s, .clientId = u"1234-5"_s, .name = u"South"_s};
    QCOMPARE(described.first().first().value<domain::TenantWish>(), expected);
}

void Starting::aCloudFileIsAskedForWhereItIsWanted()
{
    Opened opened({});
    QSignalSpy described(&opened.window, &StartWindow::described);
    opened.press(Qt::Key_Tab);
    opened.press(Qt::Key_Return);
    QVERIFY(!opened.visible<QLineEdit>(u"file"_s));
    opened.press(Qt::Key_End); // the last entry of the list of clouds
    QVERIFY(opened.visible<QLineEdit>(u"file"_s));
    opened.press(Qt::Key_Tab);
    opened.type(u"/etc/cloud.json"_s);
    opened.press(Qt::Key_Return);
    QCOMPARE(described.size(), 1);
    QCOMPARE(described.first().first().value<domain::TenantWish>(), domain::TenantWish {.cloud = u"/etc/cloud.json"_s});
}

void Starting::aRefusalNamesTheField_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("field");
    QTest::newRow("tenant id") << u"tenantId"_s << u"tenantId"_s;
    QTest::newRow("client id") << u"clientId"_s << u"clientId"_s;
    QTest::newRow("name") << u"name"_s << u"name"_s;
    QTest::newRow("file") << u"cloudFile"_s << u"file"_s;
}

void Starting::aRefusalNamesTheField()
{
    QFETCH(const QString, what);
    QFETCH(const QString, field);
    Opened opened({});
    opened.press(Qt::Key_Tab);
    opened.press(Qt::Key_Return);
    opened.press(Qt::Key_End);
    opened.window.refuse(wrong(what, u"a reason"_s));
    QCOMPARE(opened.focusName(), field);
    QVERIFY(opened.text(u"fault"_s).size() > 10);
    QVERIFY(!opened.text(u"fault"_s).contains(u"--help"_s)); // nobody here has a command line
    opened.type(u"x"_s);
    QVERIFY(opened.text(u"fault"_s).isEmpty()); // it is being put right
}

void Starting::theSignInSaysWhoseItIsAndStartsByEnter()
{
    Opened opened({});
    QSignalSpy wanted(&opened.window, &StartWindow::signInRequested);
    opened.window.askSignIn(tenant(u"north"_s));
    QVERIFY(opened.text(u"tenant"_s).contains(u"north"_s));
    QVERIFY(opened.text(u"directory"_s).contains(u"north.example"_s));
    QVERIFY(opened.text(u"host"_s).contains(u"login.microsoftonline.com"_s));
    QVERIFY(opened.window.windowTitle().contains(u"Sign in"_s));
    opened.press(Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QSignalSpy others(&opened.window, &StartWindow::othersRequested);
    opened.press(Qt::Key_Escape);
    QCOMPARE(others.size(), 1);
}

void Starting::aRunningSignInIsCancelledByEscape()
{
    Opened opened({});
    QSignalSpy cancelled(&opened.window, &StartWindow::signInCancelled);
    opened.window.askSignIn(tenant(u"north"_s));
    opened.window.showSignInRunning();
    QVERIFY(!opened.visible<QPushButton>(u"signIn"_s));
    QVERIFY(!opened.visible<QPushButton>(u"copy"_s)); // there is no address yet
    QCOMPARE(opened.focusName(), u"cancel"_s);
    opened.press(Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    opened.window.showSignInEnded(std::nullopt);
    QCOMPARE(opened.focusName(), u"signIn"_s);
    QVERIFY(opened.text(u"state"_s).isEmpty());
    opened.window.showSignInPage(QUrl(u"https://login.microsoftonline.com/late"_s)); // told too late
    QVERIFY(!opened.visible<QPushButton>(u"cancel"_s));
}

void Starting::theAddressOfThePageCanBeCopied()
{
    Opened opened({});
    const QUrl page(u"https://login.microsoftonline.com/authorize?a=b%20c"_s);
    QSignalSpy again(&opened.window, &StartWindow::signInPageRequested);
    opened.window.askSignIn(tenant(u"north"_s));
    opened.window.showSignInRunning();
    opened.window.showSignInPage(page);
    QVERIFY(opened.text(u"state"_s).contains(u"open in your browser"_s));
    opened.visible<QPushButton>(u"copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), page.toString(QUrl::FullyEncoded));
    opened.visible<QPushButton>(u"again"_s)->click();
    QCOMPARE(again.first().first().toUrl(), page);
}

void Starting::aFailedSignInSaysWhyAndOffersAnotherTry()
{
    Opened opened({});
    QSignalSpy wanted(&opened.window, &StartWindow::signInRequested);
    opened.window.askSignIn(tenant(u"north"_s));
    opened.window.showSignInRunning();
    domain::Error refused = domain::error(domain::ErrorKind::SignInRefused, u"sign in"_s);
    refused.code = u"AADSTS90002"_s;
    opened.window.showSignInEnded(refused);
    QVERIFY(opened.text(u"state"_s).contains(u"no such tenant"_s));
    QVERIFY(opened.text(u"state"_s).contains(u"Check the tenant"_s)); // what to do next
    QCOMPARE(opened.visible<QPushButton>(u"signIn"_s)->text(), u"&Try again"_s);
    opened.press(Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
}

void Starting::textFromOutsideStaysText()
{
    const domain::Tenant hostile = tenant(u"<b>a</b>\u202Eb"_s, u"<img src=x>@x.example"_s);
    Opened opened({hostile, tenant(u"south"_s)});
    auto *rows = opened.visible<QAbstractItemView>(u"rows"_s);
    QVERIFY(rows->model()->index(0, 0).data().toString().contains(u"<U+202E>"_s));
    opened.window.askSignIn(hostile);
    QVERIFY(opened.text(u"tenant"_s).contains(u"<b>a</b><U+202E>b"_s));
    const QList<QLabel *> labels = opened.window.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void Starting::aFailureIsToldAboveThePage()
{
    Opened opened({tenant(u"north"_s), tenant(u"south"_s)});
    opened.window.tellFailure(domain::error(domain::ErrorKind::Busy, u"open the window"_s, u"it does not listen"_s));
    QVERIFY(opened.text(u"text"_s).contains(u"another Casemate works with this tenant"_s));
    QVERIFY(opened.visible<QAbstractItemView>(u"rows"_s)->hasFocus());
    opened.visible<QPushButton>(u"add"_s)->click();
    QVERIFY(opened.text(u"text"_s).isEmpty()); // it was about the page before
}

void Starting::closingIsToldOnce()
{
    Opened opened({});
    QSignalSpy closed(&opened.window, &StartWindow::closed);
    opened.window.askSignIn(tenant(u"north"_s));
    opened.window.close();
    QCOMPARE(closed.size(), 1);
}

CASEMATE_TEST(Starting)
#include "starting.moc"
