// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "widgets/stage.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using domain::DecisionKind;
using fixture::Stage;
using widgets::Command;

class Keys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersAndArrowsMoveTheCurrentRow()
    {
        const Stage stage;
        QCOMPARE(stage.rows()->currentIndex().row(), 0);
        stage.press(Qt::Key_J);
        stage.press(Qt::Key_J);
        QCOMPARE(stage.rows()->currentIndex().row(), 2);
        stage.press(Qt::Key_K);
        QCOMPARE(stage.rows()->currentIndex().row(), 1);
        stage.press(Qt::Key_Down);
        QCOMPARE(stage.rows()->currentIndex().row(), 2);
        stage.press(Qt::Key_Up);
        QCOMPARE(stage.rows()->currentIndex().row(), 1);
        stage.press(Qt::Key_End);
        QCOMPARE(stage.rows()->currentIndex().row(), stage.rows()->model()->rowCount() - 1);
        stage.press(Qt::Key_J); // and no further
        QCOMPARE(stage.rows()->currentIndex().row(), stage.rows()->model()->rowCount() - 1);
        stage.press(Qt::Key_Home);
        QCOMPARE(stage.rows()->currentIndex().row(), 0);
    }

    void rowsThatComeLaterGetTheKeys()
    {
        Stage stage({}, fixture::ordinaryWorld(fixture::HandClock().now()));
        QVERIFY(!stage.rows());
        QVERIFY(!stage.visible<QLineEdit>(u"text"_s)->hasFocus()); // where letters would be text
        stage.office.arrive();
        QTRY_VERIFY(stage.rows());
        QVERIFY(stage.rows()->hasFocus());
        QCOMPARE(stage.rows()->currentIndex().row(), 0);
        stage.press(Qt::Key_J);
        QCOMPARE(stage.rows()->currentIndex().row(), 1);
    }

    void noRowIsTheCurrentOneDuringTheFirstPull()
    {
        Stage stage({}, fixture::ordinaryWorld(fixture::HandClock().now()));
        domain::PullState pull;
        pull.phase = domain::PullState::Phase::Running;
        stage.office.tell(pull);
        stage.office.arrive();
        QTRY_VERIFY(stage.rows());
        QVERIFY(!stage.rows()->currentIndex().isValid());
        QVERIFY(!stage.isOffered(Command::Take));
        stage.press(Qt::Key_Down);
        QCOMPARE(stage.rows()->currentIndex().row(), 0);
        QVERIFY(stage.rows()->hasFocus());
        QVERIFY(stage.isOffered(Command::Take));
    }

    void openingShowsTheIncident_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("O") << Qt::Key_O;
        QTest::newRow("Return") << Qt::Key_Return;
    }
    void openingShowsTheIncident()
    {
        QFETCH(const Qt::Key, key);
        Stage stage;
        stage.press(Qt::Key_J);
        const domain::IncidentId expected = stage.office.set->queue()->incident(1).id;
        stage.press(key);
        QCOMPARE(stage.office.set->incident()->id(), expected);
        QTRY_VERIFY(stage.visible<QTabWidget>(u"tabs"_s));
        QVERIFY(stage.labelText(u"number"_s).contains(expected.text));
        QVERIFY(stage.visible<QAbstractItemView>(u"evidence"_s)->hasFocus());
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.visible<QLineEdit>(u"text"_s)); // the queue is back
        QCOMPARE(stage.rows()->currentIndex().row(), 1);
    }

    void takingAssignsToMe()
    {
        Stage stage;
        stage.press(Qt::Key_E);
        QTRY_COMPARE(stage.office.engine->decisions.size(), 1);
        const domain::Decision &decision = stage.office.engine->decisions.first();
        QCOMPARE(decision.kind, DecisionKind::Assign);
        QCOMPARE(decision.value, u"me@contoso.example"_s);
        QCOMPARE(decision.incident, stage.office.set->queue()->incident(0).id);
        QTRY_VERIFY(stage.isOffered(Command::Undo));
        QTRY_VERIFY(stage.labelText(u"text"_s).contains(u"Not sent yet"_s));
    }

    void aHeldKeyDecidesOnce()
    {
        Stage stage;
        for (const widgets::CommandEntry &entry : widgets::commandTable()) {
            const bool moves = entry.command == Command::NextRow || entry.command == Command::PreviousRow;
            QCOMPARE(stage.window.commands().action(entry.command)->autoRepeat(), moves);
        }
    }

    void assigningAsksWhom()
    {
        Stage stage;
        stage.press(Qt::Key_A);
        auto *person = stage.visible<QComboBox>(u"person"_s);
        QVERIFY(person && person->lineEdit()->hasFocus());
        stage.type(u"joe@contoso.example"_s); // j, o and e are commands elsewhere
        QCOMPARE(person->currentText(), u"joe@contoso.example"_s);
        QCOMPARE(stage.rows()->currentIndex().row(), 0);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.office.engine->decisions.size(), 1);
        QCOMPARE(stage.office.engine->decisions.first().value, u"joe@contoso.example"_s);
        QVERIFY(!stage.visible<QComboBox>(u"person"_s));
        QVERIFY(stage.rows()->hasFocus());
    }

    void escapeClosesAPanelAndDecidesNothing()
    {
        for (const Qt::Key key : {Qt::Key_A, Qt::Key_C, Qt::Key_T, Qt::Key_M, Qt::Key_R}) {
            Stage stage;
            stage.press(key);
            QVERIFY(stage.button(u"accept"_s));
            stage.press(Qt::Key_Escape);
            QVERIFY(!stage.button(u"accept"_s));
            QVERIFY(stage.rows()->hasFocus());
            QVERIFY(stage.office.engine->decisions.isEmpty());
        }
    }

    void classifyingTakesAPair()
    {
        Stage stage;
        stage.press(Qt::Key_C);
        QVERIFY(!stage.button(u"accept"_s)->isEnabled());
        stage.button(u"truePositive/phishing"_s)->click();
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.office.engine->decisions.size(), 1);
        QCOMPARE(stage.office.engine->decisions.first().kind, DecisionKind::Classify);
        QCOMPARE(stage.office.engine->decisions.first().value, u"truePositive/phishing"_s);
    }

    void taggingAddsOneTag()
    {
        Stage stage;
        stage.press(Qt::Key_T);
        stage.type(u"jackets"_s);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.office.engine->decisions.size(), 1);
        QCOMPARE(stage.office.engine->decisions.first().kind, DecisionKind::AddTag);
        QCOMPARE(stage.office.engine->decisions.first().value, u"jackets"_s);
    }

    void commentingTakesLinesAndPostsOnControlEnter()
    {
        Stage stage;
        stage.press(Qt::Key_M);
        stage.type(u"seen"_s);
        stage.press(Qt::Key_Return); // a new line, nothing else
        stage.type(u"twice"_s);
        QVERIFY(stage.office.engine->decisions.isEmpty());
        stage.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stage.office.engine->decisions.size(), 1);
        QCOMPARE(stage.office.engine->decisions.first().comment, u"seen\ntwice"_s);
    }

    void resolvingMayLeaveTheClassification()
    {
        Stage stage;
        stage.press(Qt::Key_R);
        QVERIFY(stage.button(u"unchanged"_s)->isChecked());
        stage.visible<QLineEdit>(u"comment"_s)->setText(u"benign"_s);
        stage.button(u"accept"_s)->click();
        QTRY_COMPARE(stage.office.engine->decisions.size(), 1);
        QCOMPARE(stage.office.engine->decisions.first().kind, DecisionKind::Resolve);
        QCOMPARE(stage.office.engine->decisions.first().value, QString());
        QCOMPARE(stage.office.engine->decisions.first().comment, u"benign"_s);
    }

    void enterInTheResolveLineDecidesOnce()
    {
        Stage stage;
        stage.press(Qt::Key_R);
        stage.visible<QLineEdit>(u"comment"_s)->setFocus();
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.office.set->outbox()->rowCount(), 1);
        QCOMPARE(stage.office.engine->decisions.size(), 1);
    }

    void selectedRowsAreDecidedTogether()
    {
        Stage stage;
        stage.press(Qt::Key_X);
        stage.press(Qt::Key_J);
        stage.press(Qt::Key_J);
        stage.press(Qt::Key_X);
        QCOMPARE(stage.rows()->targets().size(), 2);
        stage.press(Qt::Key_E);
        QTRY_COMPARE(stage.office.engine->decisions.size(), 2);
        QSet<QString> decided;
        for (const domain::Decision &decision : std::as_const(stage.office.engine->decisions))
            decided.insert(decision.incident.text);
        QCOMPARE(decided, QSet<QString>({stage.office.set->queue()->incident(0).id.text, stage.office.set->queue()->incident(2).id.text}));
        stage.press(Qt::Key_X, Qt::ShiftModifier);
        QVERIFY(!stage.rows()->isMarking());
        QCOMPARE(stage.rows()->targets().size(), 1);
    }

    void undoTakesTheLastDecisionBack()
    {
        Stage stage;
        stage.press(Qt::Key_E);
        QTRY_VERIFY(stage.isOffered(Command::Undo));
        stage.press(Qt::Key_Z);
        QTRY_COMPARE(stage.office.engine->asked, QStringList {u"cancel "_s + stage.office.engine->decisions.first().id.text});
        QTRY_VERIFY(!stage.isOffered(Command::Undo));
    }

    void theFilterTakesLettersAndEscapeClearsIt()
    {
        Stage stage;
        stage.press(Qt::Key_Slash);
        auto *line = stage.visible<QLineEdit>(u"text"_s);
        QVERIFY(line->hasFocus());
        stage.type(u"jokes"_s);
        QCOMPARE(line->text(), u"jokes"_s);
        QVERIFY(stage.office.engine->decisions.isEmpty());
        stage.press(Qt::Key_Escape);
        QCOMPARE(line->text(), QString());
        QTRY_VERIFY(stage.rows());
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.rows()->hasFocus());
    }

    void controlAndADigitGoToThePages()
    {
        Stage stage;
        for (const auto &[key, name] : {std::pair {Qt::Key_3, u"Approvals"_s}, {Qt::Key_4, u"Outbox"_s}, {Qt::Key_5, u"History"_s},
                                        {Qt::Key_2, u"Incident"_s}, {Qt::Key_1, u"Queue"_s}}) {
            stage.press(key, Qt::ControlModifier);
            QVERIFY2(stage.window.windowTitle().startsWith(name), qPrintable(stage.window.windowTitle()));
        }
    }

    void theTenantsKeysReachTheEngine()
    {
        Stage stage;
        stage.press(Qt::Key_F5);
        stage.press(Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(stage.office.engine->asked, QStringList({u"pull"_s, u"pullAll"_s}));
        // Which modifiers a layout needs for the character is taken off by the platform, from the scan code.
        stage.press(Qt::Key_Question);
        QVERIFY(stage.window.findChild<QDialog *>());
    }

    void shiftWalksFromIncidentToIncident()
    {
        Stage stage;
        stage.press(Qt::Key_O);
        QTRY_VERIFY(stage.office.set->incident()->isLoaded());
        QVERIFY(!stage.isOffered(Command::PreviousIncident));
        stage.press(Qt::Key_J, Qt::ShiftModifier);
        QCOMPARE(stage.office.set->incident()->id(), stage.office.set->queue()->incident(1).id);
        QTRY_VERIFY(stage.office.set->incident()->isLoaded());
        QTRY_VERIFY(stage.isOffered(Command::PreviousIncident));
        stage.press(Qt::Key_K, Qt::ShiftModifier);
        QCOMPARE(stage.office.set->incident()->id(), stage.office.set->queue()->incident(0).id);
    }

    void bracketsTurnTheTabs()
    {
        Stage stage;
        stage.press(Qt::Key_O);
        QTRY_VERIFY(stage.visible<QTabWidget>(u"tabs"_s));
        auto *tabs = stage.visible<QTabWidget>(u"tabs"_s);
        stage.press(Qt::Key_BracketRight);
        QCOMPARE(tabs->currentIndex(), 1);
        stage.press(Qt::Key_BracketLeft);
        stage.press(Qt::Key_BracketLeft);
        QCOMPARE(tabs->currentIndex(), 3);
    }

    void thePortalIsAskedForByTheRowAtHand()
    {
        Stage stage;
        const QSignalSpy portal(&stage.window, &widgets::MainWindow::portalRequested);
        stage.press(Qt::Key_P);
        QCOMPARE(portal.size(), 1);
        QCOMPARE(portal.first().first().value<domain::IncidentId>(), stage.office.set->queue()->incident(0).id);
    }

    void withoutPermissionNoKeyDecides()
    {
        Stage stage;
        stage.office.engine->able.mayEditIncidents = false;
        Q_EMIT stage.office.engine->capabilitiesChanged(stage.office.engine->able);
        for (const Command command : {Command::Take, Command::Assign, Command::Classify, Command::Tag, Command::Comment, Command::Resolve})
            QVERIFY(!stage.isOffered(command));
        stage.press(Qt::Key_E);
        QVERIFY(stage.isOffered(Command::Open));
        QVERIFY(stage.office.engine->decisions.isEmpty());
    }
};

CASEMATE_TEST(Keys)
#include "keys.moc"
