// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The gallery's checks can fail: each finds the fault that was planted for it and nothing in the same window without it.

#include "gallery/looks.h"
#include "support/testmain.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <functional>

using namespace Qt::StringLiterals;

namespace gallery {

namespace {

using Plant = std::function<void(QWidget &)>;
using Check = std::function<QStringList(QWidget *)>;

QPalette ink(const QColor &colour)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, colour);
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, colour);
    return palette;
}

} // namespace

class Planted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFaultIsFound_data();
    void eachFaultIsFound();
};

void Planted::eachFaultIsFound_data()
{
    QTest::addColumn<Plant>("plant");
    QTest::addColumn<Check>("check");
    QTest::addColumn<QString>("where");
    const Check clipped = [](QWidget *root) { return clippedTexts(root); };
    const Check nameless = [](QWidget *root) { return namelessControls(root); };
    const Check markup = [](QWidget *root) { return richTextSinks(root); };
    const Check faint = [](QWidget *root) { return faintTexts(root); };
    QTest::newRow("a label too narrow") << Plant([](QWidget &window) { window.findChild<QLabel *>()->setFixedWidth(12); }) << clipped << u"label"_s;
    QTest::newRow("a wrapped label too low") << Plant([](QWidget &window) {
        auto *label = window.findChild<QLabel *>();
        label->setWordWrap(true);
        label->setFixedSize(40, label->fontMetrics().height());
    }) << clipped << u"label"_s;
    QTest::newRow("a button too narrow") << Plant([](QWidget &window) { window.findChild<QPushButton *>()->setFixedWidth(20); }) << clipped << u"button"_s;
    QTest::newRow("a column too narrow for its head") << Plant([](QWidget &window) {
        auto *table = window.findChild<QTableView *>();
        table->setColumnWidth(0, 20);
    }) << clipped << u"table"_s;
    QTest::newRow("a button without a name") << Plant([](QWidget &window) {
        auto *tool = new QToolButton(&window);
        tool->setObjectName(u"tool"_s);
        window.layout()->addWidget(tool);
    }) << nameless << u"tool"_s;
    QTest::newRow("a label that takes markup") << Plant([](QWidget &window) { window.findChild<QLabel *>()->setTextFormat(Qt::AutoText); }) << markup << u"label"_s;
    QTest::newRow("a faint label") << Plant([](QWidget &window) { window.findChild<QLabel *>()->setPalette(ink(QColor(150, 150, 150))); }) << faint << u"label"_s;
    QTest::newRow("a faint cell") << Plant([](QWidget &window) { window.findChild<QTableView *>()->setPalette(ink(QColor(170, 170, 170))); }) << faint << u"table"_s;
}

void Planted::eachFaultIsFound()
{
    QFETCH(const Plant, plant);
    QFETCH(const Check, check);
    QFETCH(const QString, where);
    QWidget window;
    window.setPalette(ink(Qt::black));
    window.setAutoFillBackground(true);
    auto *row = new QHBoxLayout(&window);
    auto *label = new QLabel(u"Some words to be read"_s, &window);
    label->setObjectName(u"label"_s);
    label->setTextFormat(Qt::PlainText);
    auto *button = new QPushButton(u"A button"_s, &window);
    button->setObjectName(u"button"_s);
    QStandardItemModel model;
    model.setHorizontalHeaderLabels({u"A long head"_s});
    model.appendRow(new QStandardItem(u"A cell with words"_s));
    auto *table = new QTableView(&window);
    table->setObjectName(u"table"_s);
    table->setAccessibleName(u"A table"_s);
    table->setModel(&model);
    table->setColumnWidth(0, 200);
    for (QWidget *part : {static_cast<QWidget *>(label), static_cast<QWidget *>(button), static_cast<QWidget *>(table)})
        row->addWidget(part);
    window.resize(600, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QStringList before = check(&window);
    QVERIFY2(before.isEmpty(), qPrintable(before.join(u'\n')));
    plant(window);
    window.adjustSize();
    QCoreApplication::processEvents(); // the planted thing is laid out
    const QStringList after = check(&window);
    QVERIFY2(!after.isEmpty() && after.constFirst().contains(where), qPrintable(after.join(u'\n')));
}

} // namespace gallery

using gallery::Planted;
CASEMATE_TEST(Planted)
#include "planted.moc"
