// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws every page in every state, light and dark, left to right and right to left, and at twice the text size, into PNG
// files for people to look at (folder: $CASEMATE_GALLERY, else gallery/ in the build folder), and fails on what can be told
// without eyes: clipped text, unnamed controls, text that could be taken for markup, contrast below 4.5.

#include "gallery/looks.h"
#include "gallery/scenes.h"
#include "gallery/startscenes.h"

#include "widgets/theme.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using widgets::Colours;
using widgets::Scheme;

namespace gallery {

namespace {

struct Manner {
    QString name;
    Scheme scheme = Scheme::Light;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    double text = 1.0; // times the ordinary size
    bool everything = true; // else the main pages only
};

const QList<Manner> &manners()
{
    static const QList<Manner> all = {
        {u"light"_s},
        {u"dark"_s, Scheme::Dark},
        {u"light-rtl"_s, Scheme::Light, Qt::RightToLeft, 1.0, false},
        {u"dark-200"_s, Scheme::Dark, Qt::LeftToRight, 2.0, false},
    };
    return all;
}

bool isMainPage(const QString &scene)
{
    static const QStringList names = {u"queue"_s, u"queue-classify"_s, u"incident"_s, u"incident-comments"_s, u"approvals-approve"_s,
                                      u"outbox-stale"_s, u"history"_s, u"keys"_s, u"diagnostics"_s, u"hostile-queue"_s};
    return names.contains(scene);
}

QString folder()
{
    const QString given = qEnvironmentVariable("CASEMATE_GALLERY");
    return given.isEmpty() ? casemate::test::buildDir() + u"/gallery"_s : given;
}

} // namespace

class Pictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_font = QApplication::font();
        QVERIFY(QDir().mkpath(folder()));
    }
    void cleanup()
    {
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void everyPairOfColoursCanBeRead_data();
    void everyPairOfColoursCanBeRead();
    void everySceneIsWhole_data();
    void everySceneIsWhole();
    void everyStartSceneIsWhole_data();
    void everyStartSceneIsWhole();

private:
    void take(const Manner &manner);
    void keepAndJudge(QWidget &window, QWidget &picture, const QString &name);

    QFont m_font;
};

void Pictures::everyPairOfColoursCanBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("paper");
    for (const auto &[name, scheme] : {std::pair {"light", Scheme::Light}, std::pair {"dark", Scheme::Dark}}) {
        const Colours &c = widgets::colours(scheme);
        const auto add = [name = name](const char *pair, const QColor &ink, const QColor &paper) {
            QTest::newRow(qPrintable(QString::fromLatin1(name) + u' ' + QString::fromLatin1(pair))) << ink << paper;
        };
        const std::pair<const char *, QColor> inks[] = {{"text", c.text}, {"muted", c.muted}, {"accent", c.accent}, {"high", c.high},
                                                        {"medium", c.medium}, {"low", c.low}, {"informational", c.informational},
                                                        {"good", c.good}, {"warning", c.warning}, {"bad", c.bad}};
        const std::pair<const char *, QColor> papers[] = {{"window", c.window}, {"base", c.base}, {"raised", c.raised},
                                                          {"hover", c.hover}, {"selection", c.selection}};
        for (const auto &[ink, inkColour] : inks)
            for (const auto &[paper, paperColour] : papers)
                add(qPrintable(QLatin1StringView(ink) + u" on "_s + QLatin1StringView(paper)), inkColour, paperColour);
        add("button", c.onAccent, c.accent);
        add("destructive button", c.onAccent, c.bad);
        add("selection", c.onSelection, c.selection);
        add("note", c.text, c.noteField);
        add("good field", c.text, c.goodField);
        add("warning field", c.text, c.warningField);
        add("bad field", c.text, c.badField);
        add("warning on its field", c.warning, c.warningField);
        add("chip", c.onChip, c.chip);
        const QPalette palette = widgets::schemePalette(scheme);
        add("tool tip", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
        add("placeholder", palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base));
    }
}

void Pictures::everyPairOfColoursCanBeRead()
{
    QFETCH(const QColor, ink);
    QFETCH(const QColor, paper);
    QVERIFY2(widgets::contrast(ink, paper) >= 4.5, qPrintable(QString::number(widgets::contrast(ink, paper))));
}

void Pictures::everySceneIsWhole_data()
{
    QTest::addColumn<int>("scene");
    QTest::addColumn<int>("manner");
    for (int manner = 0; manner < manners().size(); ++manner)
        for (int scene = 0; scene < scenes().size(); ++scene)
            if (manners().at(manner).everything || isMainPage(scenes().at(scene).name))
                QTest::newRow(qPrintable(scenes().at(scene).name + u' ' + manners().at(manner).name)) << scene << manner;
}

void Pictures::everySceneIsWhole()
{
    QFETCH(const int, scene);
    QFETCH(const int, manner);
    const Scene &shown = scenes().at(scene);
    const Manner &how = manners().at(manner);
    take(how);

    const domain::Moment now = fixture::HandClock().now();
    fixture::Office office(shown.world ? shown.world(now) : fixture::World());
    if (shown.before)
        shown.before(office);
    widgets::MainWindow window(office.materials());
    window.resize(QSize(1440, 860) * how.text);
    office.load();
    if (QTest::currentTestFailed())
        return;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    window.goTo(widgets::Command::GoQueue);
    shown.act(window, office);
    if (QTest::currentTestFailed())
        return;
    QWidget *picture = &window;
    if (auto *dialog = window.findChild<QDialog *>())
        picture = dialog;
    keepAndJudge(window, *picture, shown.name + u'.' + how.name);
}

void Pictures::take(const Manner &manner)
{
    widgets::applyTheme(*qApp, manner.scheme);
    QApplication::setLayoutDirection(manner.direction);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * manner.text);
    QApplication::setFont(font);
}

void Pictures::keepAndJudge(QWidget &window, QWidget &picture, const QString &name)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QString file = u"%1/%2.png"_s.arg(folder(), name);
    QVERIFY2(picture.grab().save(file), qPrintable(file));
    const QStringList faults = clippedTexts(&picture) + namelessControls(&picture) + richTextSinks(&window);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void Pictures::everyStartSceneIsWhole_data()
{
    QTest::addColumn<int>("scene");
    QTest::addColumn<int>("manner");
    for (int manner = 0; manner < manners().size(); ++manner)
        for (int scene = 0; scene < startScenes().size(); ++scene)
            QTest::newRow(qPrintable(startScenes().at(scene).name + u' ' + manners().at(manner).name)) << scene << manner;
}

void Pictures::everyStartSceneIsWhole()
{
    QFETCH(const int, scene);
    QFETCH(const int, manner);
    const Manner &how = manners().at(manner);
    take(how);
    widgets::StartWindow window(someClouds());
    window.offer({});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    startScenes().at(scene).act(window);
    keepAndJudge(window, window, startScenes().at(scene).name + u'.' + how.name);
}

} // namespace gallery

using gallery::Pictures;
CASEMATE_TEST(Pictures)
#include "pictures.moc"
