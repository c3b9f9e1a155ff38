// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnostics as a person meets them: by key, while the check runs, and what lands in the clipboard.

#include "support/testmain.h"
#include "widgets/diagnosticsdialog.h"
#include "widgets/fakecheckup.h"
#include "widgets/findingdelegate.h"
#include "widgets/stage.h"
#include "widgets/startwindow.h"
#include "widgets/theme.h"
#include "widgets/visible.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using fixture::FakeCheckup;
using widgets::DiagnosticsDialog;

namespace {

class Opened
{
public:
    Opened()
    {
        widgets::applyTheme(*qApp, widgets::Scheme::Light);
        auto owned = std::make_unique<FakeCheckup>();
        checkup = owned.get();
        dialog = new DiagnosticsDialog(std::move(owned), {.home = u"/home/ada"_s, .user = {}, .tenantNames = {u"Contoso"_s}, .accounts = {}});
        dialog->show();
        dialog->activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(dialog)); }();
        dialog->check();
    }
    ~Opened() { delete dialog; }
    Q_DISABLE_COPY_MOVE(Opened)

    template <class T>
    [[nodiscard]] T *visible(const QString &name) const
    {
        return fixture::visibleChild<T>(*dialog, name);
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        const auto *label = visible<QLabel>(name);
        return label ? label->text() : QString();
    }

    FakeCheckup *checkup = nullptr; // the dialog's
    DiagnosticsDialog *dialog = nullptr;
};

} // namespace

class Diagnosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCheckFillsTheList();
    void itCanBeCancelledAndRepeatedByKey();
    void theDatabasesAreReadOnDemand();
    void theReportIsCopiedWithoutNames();
    void rowsAreAsHighAsTheirText();
    void theMenuAsksForIt();
    void theStartWindowAsksForItToo();
};

void Diagnosing::aCheckFillsTheList()
{
    const Opened opened;
    auto *rows = opened.visible<QAbstractItemView>(u"findings"_s);
    QVERIFY(rows && rows->hasFocus());
    QVERIFY(opened.visible<QProgressBar>(u"progress"_s));
    QVERIFY(!opened.visible<QPushButton>(u"again"_s));
    QVERIFY(!opened.visible<QPushButton>(u"copy"_s)->isEnabled());
    opened.checkup->tell(fixture::someFindings(), 5, 8);
    QCOMPARE(rows->model()->rowCount(), int(fixture::someFindings().size()));
    QCOMPARE(opened.visible<QProgressBar>(u"progress"_s)->value(), 5);
    QVERIFY(opened.dialog->isRunning());
    opened.checkup->end();
    QVERIFY(!opened.dialog->isRunning());
    QVERIFY(!opened.visible<QProgressBar>(u"progress"_s));
    QCOMPARE(opened.text(u"summary"_s), u"3 faults were found. 1 thing could not be checked."_s);
    QVERIFY(opened.visible<QPushButton>(u"copy"_s)->isEnabled());
    QCOMPARE(rows->currentIndex().data(models::FindingsModel::StateWordRole).toString(), u"Fault"_s);
    const int fault = rows->currentIndex().row();
    QTest::keyClick(rows, Qt::Key_Down);
    QCOMPARE(rows->currentIndex().row(), fault + 1);
}

void Diagnosing::itCanBeCancelledAndRepeatedByKey()
{
    const Opened opened;
    auto *cancel = opened.visible<QPushButton>(u"cancel"_s);
    QVERIFY(cancel);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Space);
    QCOMPARE(opened.checkup->cancels, 1);
    auto *again = opened.visible<QPushButton>(u"again"_s);
    QVERIFY(again && again->hasFocus()); // where the person was
    QTest::keyClick(again, Qt::Key_Space);
    QCOMPARE(opened.checkup->starts, 2);
    QVERIFY(opened.visible<QPushButton>(u"cancel"_s)->hasFocus());
}

void Diagnosing::theDatabasesAreReadOnDemand()
{
    const Opened opened;
    QCOMPARE(opened.checkup->lastDepth, domain::CheckDepth::Quick);
    opened.checkup->end();
    opened.visible<QCheckBox>(u"whole"_s)->click();
    opened.visible<QPushButton>(u"again"_s)->click();
    QCOMPARE(opened.checkup->lastDepth, domain::CheckDepth::WithDatabases);
}

void Diagnosing::theReportIsCopiedWithoutNames()
{
    const Opened opened;
    opened.checkup->tell(fixture::someFindings(), 8, 8);
    opened.checkup->end();
    QApplication::clipboard()->clear();
    opened.visible<QPushButton>(u"copy"_s)->click();
    const QString report = QApplication::clipboard()->text();
    QVERIFY(report.contains(u"SecurityAlert.Read.All"_s));
    QVERIFY(report.contains(u"~/.local/share/casemate"_s));
    for (const char *withheld : {"ada", "Contoso", "5f1c0a3e", "0d9be52d"})
        QVERIFY2(!report.contains(QString::fromLatin1(withheld)), qPrintable(report));
    QVERIFY(opened.text(u"hint"_s).contains(u"clipboard"_s));
}

void Diagnosing::rowsAreAsHighAsTheirText()
{
    const Opened opened;
    opened.checkup->tell(fixture::someFindings(), 8, 8);
    opened.checkup->end();
    auto *rows = opened.visible<QAbstractItemView>(u"findings"_s);
    const auto height = [rows] {
        int all = 0;
        for (int row = 0; row < rows->model()->rowCount(); ++row)
            all += rows->sizeHintForIndex(rows->model()->index(row, 0)).height();
        return all;
    };
    const int wide = height();
    opened.dialog->resize(opened.dialog->width() / 2, opened.dialog->height());
    QTRY_VERIFY(height() > wide); // more lines
    const QRect last = rows->visualRect(rows->model()->index(rows->model()->rowCount() - 1, 0));
    QTRY_COMPARE(rows->visualRect(rows->model()->index(0, 0)).width(), rows->viewport()->width());
    QVERIFY(last.height() > rows->fontMetrics().height() * 2);
}

void Diagnosing::theMenuAsksForIt()
{
    fixture::Stage stage;
    QSignalSpy asked(&stage.window, &widgets::MainWindow::diagnosticsRequested);
    QVERIFY(stage.isOffered(widgets::Command::Diagnostics));
    stage.trigger(widgets::Command::Diagnostics);
    QCOMPARE(asked.size(), 1);
}

void Diagnosing::theStartWindowAsksForItToo()
{
    widgets::StartWindow window({});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QSignalSpy asked(&window, &widgets::StartWindow::diagnosticsRequested);
    auto *button = fixture::visibleChild<QPushButton>(window, u"diagnostics"_s);
    QVERIFY(button && !button->isDefault());
    button->click();
    QCOMPARE(asked.size(), 1);
}

CASEMATE_TEST(Diagnosing)
#include "diagnosing.moc"
