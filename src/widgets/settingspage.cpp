// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingspage.h"

#include "ui_settingspage.h"

#include "label.h"

#include "models/wording.h"

#include <QAccessible>
#include <QComboBox>
#include <QScrollBar>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace widgets {

using domain::Settings;

namespace {

// A wheel that was meant for the page changes nothing.
class CalmSpinBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

class CalmComboBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

void select(QComboBox *box, const QString &value)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(qMax(0, box->findData(value)));
}

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : Page(parent)
    , m_ui(std::make_unique<Ui::SettingsPage>())
{
    m_ui->setupUi(this);
    m_ui->title->setType(Type::Title);
    m_ui->fault->setTone(Tone::Bad);
    m_ui->fault->hide();
    const int edge = space(Space::Large, this);
    m_ui->fault->setContentsMargins(edge, space(Space::Small, this), edge, space(Space::Small, this));
    m_ui->rows->setContentsMargins(edge, edge, edge, edge);
    m_ui->rows->setHorizontalSpacing(space(Space::Large, this));
    m_ui->rows->setVerticalSpacing(space(Space::Tight, this));
    setUpView();
    setUpNumbers();
    m_ui->rows->setColumnStretch(2, 1);
    m_ui->rows->setRowStretch(m_ui->rows->rowCount(), 1);
    connect(m_ui->reset, &QPushButton::clicked, this, [this] { choose(m_defaults); });
    setSettings({}, {});
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::setUpView()
{
    addTitle(tr("View"));
    m_theme = addChoice(u"theme"_s, tr("&Theme"), {{QString(), tr("As the desktop")}, {u"light"_s, tr("Light")}, {u"dark"_s, tr("Dark")}},
                        tr("As the desktop: it changes when the desktop does. Default: as the desktop."));
    // Languages are written in themselves, for whoever cannot read the other one.
    m_language = addChoice(u"language"_s, tr("&Language"), {{QString(), tr("As the system")}, {u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}},
                           tr("Of the window; commands in a terminal stay English. Default: as the system."));
    m_zone = addChoice(u"timeZone"_s, tr("Time &zone"), {{QString(), tr("Local time")}, {u"utc"_s, tr("UTC")}},
                       tr("In which times are shown; the zone is always written beside them. Default: local time."));
    connect(m_theme, &QComboBox::activated, this, [this] {
        Settings wanted = m_settings;
        wanted.theme = m_theme->currentData().toString();
        choose(wanted);
    });
    connect(m_language, &QComboBox::activated, this, [this] {
        Settings wanted = m_settings;
        wanted.language = m_language->currentData().toString();
        choose(wanted);
    });
    connect(m_zone, &QComboBox::activated, this, [this] {
        Settings wanted = m_settings;
        wanted.utc = m_zone->currentData().toString() == "utc"_L1;
        choose(wanted);
    });
}

void SettingsPage::setUpNumbers()
{
    using std::chrono::hours;
    using std::chrono::seconds;
    addTitle(tr("Decisions"));
    addNumber(u"undoHold"_s, tr("&Undo time"), tr(" s", "seconds, behind a number"),
              {.does = tr("How long a decision is held back, so that it can be undone, before it is sent. Holds for decisions from now on."),
               .limits = domain::undoHoldLimits,
               .read = [](const Settings &s) { return int(s.undoHold.count()); },
               .write = [](Settings &s, int value) { s.undoHold = seconds(value); }});
    addNumber(u"decisionLife"_s, tr("L&ife of a decision"), tr(" h", "hours, behind a number"),
              {.does = tr("A decision that could not be sent for so long, without a network for example, is not sent any more. "
                          "Holds for decisions from now on."),
               .limits = domain::decisionLifeLimits,
               .read = [](const Settings &s) { return int(s.decisionLife.count()); },
               .write = [](Settings &s, int value) { s.decisionLife = hours(value); }});
    addTitle(tr("Synchronising"));
    addNumber(u"poll"_s, tr("&Interval"), tr(" s", "seconds, behind a number"),
              {.does = tr("Between the end of one synchronisation and the next. Holds at once."),
               .limits = domain::pollLimits,
               .read = [](const Settings &s) { return int(s.pollEvery.count()); },
               .write = [](Settings &s, int value) { s.pollEvery = seconds(value); }});
    addNumber(u"calls"_s, tr("&Calls"), tr(" a minute", "behind a number of calls"),
              {.does = tr("How many calls this tenant may make; Microsoft allows 150 to all programs of an application together. Holds at once."),
               .limits = domain::callLimits,
               .read = [](const Settings &s) { return s.callsPerMinute; },
               .write = [](Settings &s, int value) { s.callsPerMinute = value; }});
    addNumber(u"firstSync"_s, tr("&First synchronisation"), tr(" days", "behind a number"),
              {.does = tr("How far back a tenant is read that has never been read here. Holds from the next start of the program on."),
               .limits = domain::firstSyncLimits,
               .read = [](const Settings &s) { return s.firstSyncDays; },
               .write = [](Settings &s, int value) { s.firstSyncDays = value; }});
}

void SettingsPage::addTitle(const QString &text)
{
    auto *title = new Label(m_ui->form);
    title->setText(text);
    title->setType(Type::Strong);
    const int row = m_ui->rows->rowCount();
    if (row > 1)
        title->setContentsMargins(0, space(Space::Large, this), 0, 0);
    m_ui->rows->addWidget(title, row, 0, 1, 3);
}

Label *SettingsPage::addRow(const QString &title, QWidget *field, const QString &text)
{
    auto *name = new QLabel(title, m_ui->form);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(field);
    auto *note = new Label(m_ui->form);
    note->setText(text);
    note->setTone(Tone::Muted);
    note->setWordWrap(true);
    const int row = m_ui->rows->rowCount();
    m_ui->rows->addWidget(name, row, 0);
    m_ui->rows->addWidget(field, row, 1);
    m_ui->rows->addWidget(note, row, 2);
    m_ui->rows->setRowMinimumHeight(row, fontMetrics().lineSpacing() * 2 + space(Space::Tight, this));
    field->setAccessibleDescription(text);
    return note;
}

QComboBox *SettingsPage::addChoice(const QString &name, const QString &title, const QList<std::pair<QString, QString>> &choices,
                                   const QString &note)
{
    auto *box = new CalmComboBox(m_ui->form);
    box->setObjectName(name);
    for (const auto &[value, text] : choices)
        box->addItem(text, value);
    addRow(title, box, note);
    return box;
}

void SettingsPage::addNumber(const QString &name, const QString &title, const QString &suffix, Number number)
{
    number.field = new CalmSpinBox(m_ui->form);
    number.field->setObjectName(name);
    number.field->setRange(number.limits.least, number.limits.most);
    number.field->setSuffix(suffix);
    number.field->setKeyboardTracking(false); // a number that is half written is no choice
    number.note = addRow(title, number.field, {});
    connect(number.field, &QSpinBox::valueChanged, this, [this, write = number.write](int value) {
        Settings wanted = m_settings;
        write(wanted, value);
        choose(wanted);
    });
    m_numbers.append(number);
}

QString SettingsPage::noteOf(const Number &number) const
{
    const auto text = [&](int value) { return number.field->locale().toString(value); };
    const int otherwise = number.read(m_defaults);
    const QString range = otherwise == number.read(Settings())
        ? tr("%1 to %2; default: %3.", "a range of numbers").arg(text(number.limits.least), text(number.limits.most), text(otherwise))
        : tr("%1 to %2; default of your organisation: %3.", "a range of numbers")
              .arg(text(number.limits.least), text(number.limits.most), text(otherwise));
    return tr("%1 %2", "what a setting does, then its range").arg(number.does, range);
}

void SettingsPage::setSettings(const Settings &settings, const Settings &defaults)
{
    m_settings = settings;
    m_defaults = defaults;
    select(m_theme, settings.theme);
    select(m_language, settings.language);
    select(m_zone, settings.utc ? u"utc"_s : QString());
    for (const Number &number : std::as_const(m_numbers)) {
        const QSignalBlocker quiet(number.field);
        number.field->setValue(number.read(settings));
        number.note->setText(noteOf(number));
        number.field->setAccessibleDescription(noteOf(number));
    }
    m_ui->reset->setEnabled(settings != defaults);
}

void SettingsPage::setFault(const std::optional<domain::Error> &error)
{
    m_ui->fault->setVisible(error.has_value());
    if (!error)
        return;
    m_ui->fault->setText(models::sentence(*error));
    QAccessibleEvent alert(m_ui->fault, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SettingsPage::choose(const Settings &settings)
{
    if (settings != m_settings)
        Q_EMIT chosen(settings);
}

const CommandSet &SettingsPage::commands()
{
    static const CommandSet all = {Command::LightScheme, Command::DarkScheme, Command::SystemScheme};
    return all;
}

CommandSet SettingsPage::offers() const { return {Command::Back}; }

void SettingsPage::carryOut(Command command)
{
    Settings wanted = m_settings;
    switch (command) {
    case Command::Back: Q_EMIT leaveRequested(); return;
    case Command::LightScheme: wanted.theme = u"light"_s; break;
    case Command::DarkScheme: wanted.theme = u"dark"_s; break;
    case Command::SystemScheme: wanted.theme.clear(); break;
    default: return;
    }
    choose(wanted);
}

void SettingsPage::enter() { m_theme->setFocus(Qt::OtherFocusReason); }

QByteArray SettingsPage::place() const
{
    const QWidget *focus = window()->focusWidget();
    const QString name = focus && isAncestorOf(focus) ? focus->objectName() : QString();
    return name.toUtf8() + '\n' + QByteArray::number(m_ui->scroll->verticalScrollBar()->value());
}

void SettingsPage::restorePlace(const QByteArray &place)
{
    const QList<QByteArray> parts = place.split('\n');
    if (auto *field = m_ui->form->findChild<QWidget *>(QString::fromUtf8(parts.value(0))); field && !parts.value(0).isEmpty())
        field->setFocus(Qt::OtherFocusReason);
    m_ui->scroll->verticalScrollBar()->setValue(parts.value(1).toInt());
}

} // namespace widgets
