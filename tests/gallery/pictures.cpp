// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws every page in every state, light and dark, left to right and right to left, at twice the text size, in German and in
// a made-up language, into PNG files for people to look at (folder: $CASEMATE_GALLERY, else gallery/ in the build folder),
// and fails on what can be told without eyes: clipped text, unnamed controls, text that could be taken for markup, contrast
// below 4.5, text that is in no translation file.

#include "gallery/foreign.h"
#include "gallery/looks.h"
#include "gallery/pseudo.h"
#include "gallery/scenes.h"
#include "gallery/startscenes.h"

#include "widgets/theme.h"
#include "support/catalogue.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QTemporaryDir>
#include <QTranslator>
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
    enum class Words { English, German, Accented, Hebrew } words = Words::English;
};

const QList<Manner> &manners()
{
    static const QList<Manner> all = {
        {u"light"_s},
        {u"pseudo-rtl"_s, Scheme::Dark, Qt::RightToLeft, 1.0, Manner::Words::Hebrew},
#ifndef __SANITIZE_ADDRESS__ // what a sanitizer looks for does not hang on colours, sizes and words, and it takes its time
        {u"dark"_s, Scheme::Dark},
        {u"dark-200"_s, Scheme::Dark, Qt::LeftToRight, 2.0},
        {u"german"_s, Scheme::Light, Qt::LeftToRight, 1.0, Manner::Words::German},
        {u"pseudo"_s, Scheme::Light, Qt::LeftToRight, 1.0, Manner::Words::Accented},
#endif
    };
    return all;
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
        QVERIFY2(m_accented.fault().isEmpty(), qPrintable(m_accented.fault()));
        QVERIFY2(m_hebrew.fault().isEmpty(), qPrintable(m_hebrew.fault()));
        const QString german = m_folder.filePath(u"german.qm"_s);
        const QString fault = casemate::test::releaseCatalogue(casemate::test::sourceDir() + u"/translations/casemate_de.ts"_s, german);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QVERIFY(m_german.load(german));
    }
    void cleanup()
    {
        for (QTranslator *each : {&m_german, static_cast<QTranslator *>(&m_accented), static_cast<QTranslator *>(&m_hebrew)})
            QCoreApplication::removeTranslator(each);
        QLocale::setDefault(QLocale::c());
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void everyPairOfColoursCanBeRead_data();
    void everyPairOfColoursCanBeRead();
    void everySceneIsWhole_data();
    void everySceneIsWhole();
    void everyStartSceneIsWhole_data();
    void everyStartSceneIsWhole();
    void aForgottenTextIsFound();

private:
    void take(const Manner &manner);
    void keepAndJudge(QWidget &window, QWidget &picture, const QString &scene, const Manner &manner);

    QFont m_font;
    QTemporaryDir m_folder;
    QTranslator m_german;
    PseudoLanguage m_accented {PseudoLanguage::Letters::Accented};
    PseudoLanguage m_hebrew {PseudoLanguage::Letters::Hebrew};
    Data m_data;
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
    keepAndJudge(window, *picture, shown.name, how);
}

void Pictures::take(const Manner &manner)
{
    widgets::applyTheme(*qApp, manner.scheme);
    QApplication::setLayoutDirection(manner.direction);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * manner.text);
    QApplication::setFont(font);
    switch (manner.words) {
    case Manner::Words::English: break;
    case Manner::Words::German:
        QCoreApplication::installTranslator(&m_german);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        break;
    case Manner::Words::Accented: // with dates in numbers: names of months are letters
        QCoreApplication::installTranslator(&m_accented);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        break;
    case Manner::Words::Hebrew:
        QCoreApplication::installTranslator(&m_hebrew);
        QLocale::setDefault(QLocale(QLocale::Hebrew, QLocale::Israel));
        break;
    }
}

void Pictures::keepAndJudge(QWidget &window, QWidget &picture, const QString &scene, const Manner &manner)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QString file = u"%1/%2.%3.png"_s.arg(folder(), scene, manner.name);
    QVERIFY2(picture.grab().save(file), qPrintable(file));
    QStringList faults = clippedTexts(&picture) + namelessControls(&picture) + richTextSinks(&window) + faintTexts(&picture);
    const bool isData = scene.startsWith("hostile"_L1); // nothing but data, of every kind
    if (!isData && (manner.words == Manner::Words::Accented || manner.words == Manner::Words::Hebrew))
        faults += untranslatedTexts(&picture, m_data);
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
    keepAndJudge(window, window, startScenes().at(scene).name, how);
}

void Pictures::aForgottenTextIsFound()
{
    take({u"pseudo"_s, Scheme::Light, Qt::LeftToRight, 1.0, Manner::Words::Accented});
    QWidget page;
    auto *label = new QLabel(&page);
    const auto faultsOf = [&](const QString &text) {
        label->setText(text);
        page.show();
        return untranslatedTexts(&page, m_data);
    };
    QCOMPARE(faultsOf(QCoreApplication::translate("models", "Severity")), QStringList()); // somewhere in a translation file
    QCOMPARE(faultsOf(QCoreApplication::translate("models", "Severity of it")).size(), 1); // not there
    QCOMPARE(faultsOf(QCoreApplication::translate("model", "Severity")).size(), 1); // there, under another context
    QCOMPARE(faultsOf(QCoreApplication::translate("models", "%1 of %2", "open alerts of all alerts").arg(u"High"_s)).size(), 1);
    QCOMPARE(faultsOf(u"Password spray against 42 accounts"_s), QStringList()); // data
    label->setText({});
    label->setAccessibleName(u"Forgotten"_s);
    QCOMPARE(untranslatedTexts(&page, m_data).size(), 1);
}

} // namespace gallery

using gallery::Pictures;
CASEMATE_TEST(Pictures)
#include "pictures.moc"
