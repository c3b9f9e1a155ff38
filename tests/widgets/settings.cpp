// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "widgets/stage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Settings;
using fixture::Stage;
using widgets::Command;
using widgets::MainWindow;

namespace {

// What the window asked for; it is told that it holds, as the program does.
class Keeper
{
public:
    explicit Keeper(Stage &stage, const Settings &defaults = {})
    {
        stage.window.setSettings(held, defaults);
        QObject::connect(&stage.window, &MainWindow::settingsChosen, &stage.window, [this, &stage, defaults](const Settings &settings) {
            held = settings;
            ++times;
            stage.window.setSettings(held, defaults);
        });
    }

    Settings held;
    int times = 0;
};

} // namespace

class SettingsPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theKeysLeadThereAndBack();
    void everySettingIsChosenByKeyboard();
    void aHalfWrittenNumberIsNoChoice();
    void theMenuChoosesTheThemeFromAnyPage();
    void defaultsAreNamedAndRestored();
    void whatWasNotKeptIsTold();
    void aWindowMadeAnewStandsWhereTheOldOneStood();
    void aFormThatIsOpenStaysOpen();
};

void SettingsPages::theKeysLeadThereAndBack()
{
    Stage stage;
    stage.trigger(Command::GoHistory);
    stage.press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(stage.visible<QComboBox>(u"theme"_s));
    QCOMPARE(QApplication::focusWidget(), stage.visible<QComboBox>(u"theme"_s));
    QVERIFY(stage.window.windowTitle().startsWith(u"Settings"_s));
    stage.press(Qt::Key_Escape);
    QVERIFY(!stage.visible<QComboBox>(u"theme"_s));
    QVERIFY(stage.window.windowTitle().startsWith(u"History"_s));
}

void SettingsPages::everySettingIsChosenByKeyboard()
{
    Stage stage;
    Keeper keeper(stage);
    stage.trigger(Command::GoSettings);
    const auto pick = [&](const QString &name, int downs) {
        stage.visible<QComboBox>(name)->setFocus();
        for (int i = 0; i < downs; ++i)
            stage.press(Qt::Key_Down);
    };
    const auto write = [&](const QString &name, const QString &number) {
        auto *field = stage.visible<QSpinBox>(name);
        field->setFocus();
        field->selectAll();
        stage.type(number);
        stage.press(Qt::Key_Return);
    };
    pick(u"theme"_s, 2);
    QCOMPARE(keeper.held.theme, u"dark"_s);
    pick(u"language"_s, 2);
    QCOMPARE(keeper.held.language, u"de"_s);
    pick(u"timeZone"_s, 1);
    QVERIFY(keeper.held.utc);
    write(u"undoHold"_s, u"300"_s);
    QCOMPARE(keeper.held.undoHold, 300s);
    write(u"decisionLife"_s, u"144"_s);
    QCOMPARE(keeper.held.decisionLife, 144h);
    write(u"poll"_s, u"15"_s);
    QCOMPARE(keeper.held.pollEvery, 15s);
    write(u"calls"_s, u"10"_s);
    QCOMPARE(keeper.held.callsPerMinute, 10);
    write(u"firstSync"_s, u"365"_s);
    QCOMPARE(keeper.held.firstSyncDays, 365);
    QCOMPARE(keeper.held.theme, u"dark"_s); // the others stay
}

void SettingsPages::aHalfWrittenNumberIsNoChoice()
{
    Stage stage;
    Keeper keeper(stage);
    stage.trigger(Command::GoSettings);
    auto *field = stage.visible<QSpinBox>(u"poll"_s);
    field->setFocus();
    field->selectAll();
    stage.type(u"12"_s); // on the way to 120; below the least
    QCOMPARE(keeper.times, 0);
    stage.type(u"0"_s);
    stage.press(Qt::Key_Return);
    QCOMPARE(keeper.held.pollEvery, 120s);
    QCOMPARE(keeper.times, 1);
}

void SettingsPages::theMenuChoosesTheThemeFromAnyPage()
{
    Stage stage;
    Keeper keeper(stage);
    stage.trigger(Command::GoOutbox);
    stage.trigger(Command::DarkScheme);
    QCOMPARE(keeper.held.theme, u"dark"_s);
    QVERIFY(stage.window.commands().action(Command::DarkScheme)->isChecked());
    QVERIFY(stage.window.windowTitle().startsWith(u"Outbox"_s));
    stage.trigger(Command::SystemScheme);
    QCOMPARE(keeper.held.theme, QString());
    QVERIFY(stage.window.commands().action(Command::SystemScheme)->isChecked());
}

void SettingsPages::defaultsAreNamedAndRestored()
{
    Stage stage;
    Settings organisations;
    organisations.undoHold = 30s;
    Keeper keeper(stage, organisations);
    stage.trigger(Command::GoSettings);
    const QString note = stage.visible<QSpinBox>(u"undoHold"_s)->accessibleDescription();
    QVERIFY2(note.endsWith(u"0 to 300; default of your organisation: 30."_s), qPrintable(note));
    QVERIFY(stage.visible<QSpinBox>(u"poll"_s)->accessibleDescription().endsWith(u"default: 60."_s));
    QVERIFY(stage.button(u"reset"_s)->isEnabled());
    stage.button(u"reset"_s)->click();
    QCOMPARE(keeper.held, organisations);
    QVERIFY(!stage.button(u"reset"_s)->isEnabled());
}

void SettingsPages::whatWasNotKeptIsTold()
{
    Stage stage;
    stage.window.setSettings({}, {});
    stage.window.tellSettingsFault(domain::error(domain::ErrorKind::StorageUnreadable, u"save the settings"_s, u"/there/casemate.ini"_s));
    QVERIFY(stage.labelText(u"fault"_s).contains(u"/there/casemate.ini"_s));
    stage.window.tellSettingsFault({});
    QVERIFY(!stage.visible<QLabel>(u"fault"_s));
}

void SettingsPages::aWindowMadeAnewStandsWhereTheOldOneStood()
{
    Stage stage;
    stage.press(Qt::Key_Slash);
    stage.type(u"mail"_s);
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_J);
    stage.press(Qt::Key_J);
    const int row = stage.rows()->currentIndex().row();
    const QString id = stage.rows()->currentIndex().data(models::IdRole).toString();
    QVERIFY(row > 0);
    stage.window.openIncident(fixture::storyIncident());
    QTRY_VERIFY(stage.office.set->incident()->isLoaded());
    stage.visible<QTabWidget>(u"tabs"_s)->setCurrentIndex(1);
    stage.trigger(Command::GoSettings);

    MainWindow anew(stage.office.materials());
    anew.show();
    anew.restorePlace(stage.window.place());
    QVERIFY(fixture::visibleChild<QComboBox>(anew, u"theme"_s));
    anew.commands().action(Command::Back)->trigger();
    QCOMPARE(fixture::visibleChild<QTabWidget>(anew, u"tabs"_s)->currentIndex(), 1); // of the incident
    anew.commands().action(Command::Back)->trigger();
    auto *rows = fixture::visibleChild<widgets::RowView>(anew, u"rows"_s);
    QVERIFY(rows);
    QCOMPARE(rows->currentIndex().data(models::IdRole).toString(), id);
    QCOMPARE(rows->currentIndex().row(), row);
    QCOMPARE(fixture::visibleChild<QLineEdit>(anew, u"text"_s)->text(), u"mail"_s);
}

void SettingsPages::aFormThatIsOpenStaysOpen()
{
    Stage stage;
    stage.press(Qt::Key_X);
    stage.press(Qt::Key_J);
    stage.press(Qt::Key_X);
    stage.trigger(Command::Comment);
    stage.type(u"Two of a kind"_s);
    const QByteArray place = stage.window.place();
    MainWindow anew(stage.office.materials());
    anew.show();
    anew.restorePlace(place);
    QCOMPARE(fixture::visibleChild<QPlainTextEdit>(anew, u"text"_s)->toPlainText(), u"Two of a kind"_s);
    QCOMPARE(fixture::visibleChild<widgets::RowView>(anew, u"rows"_s)->targets().size(), 2);
    fixture::visibleChild<QPushButton>(anew, u"accept"_s)->click();
    QTRY_COMPARE(stage.office.set->outbox()->rowCount(), 2);
}

CASEMATE_TEST(SettingsPages)
#include "settings.moc"
