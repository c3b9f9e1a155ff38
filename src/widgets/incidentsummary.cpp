// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsummary.h"

#include "ui_incidentsummary.h"

#include "domain/displaytext.h"
#include "models/wording.h"

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr qsizetype descriptionCap = 8'000; // characters in a label; longer texts belong in a viewer

QStringList raw(const domain::UntrustedList &tags)
{
    QStringList all;
    for (const domain::Untrusted &tag : tags)
        all.append(tag.raw());
    return all;
}

QString judgementText(const domain::Word<domain::Classification> &classification, const domain::Word<domain::Determination> &determination)
{
    if (classification.wire.isEmpty() || classification.value == domain::Classification::Unknown)
        return models::name(classification);
    if (determination.wire.isEmpty() || determination.value == domain::Determination::Unknown)
        return models::name(classification);
    return models::name(classification) + u" – "_s + models::name(determination);
}

std::optional<domain::Moment> earliest(std::optional<domain::Moment> a, std::optional<domain::Moment> b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

std::optional<domain::Moment> latest(std::optional<domain::Moment> a, std::optional<domain::Moment> b)
{
    return a && b ? std::max(*a, *b) : a ? a : b;
}

} // namespace

IncidentSummary::IncidentSummary(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::IncidentSummary>())
{
    m_ui->setupUi(this);
    for (const auto &[key, title] : {std::pair {u"assigned"_s, tr("Assigned to")}, {u"classification"_s, tr("Classification")},
                                     {u"alerts"_s, tr("Alerts")}, {u"sources"_s, tr("Sources")}, {u"priority"_s, tr("Priority score")},
                                     {u"created"_s, tr("Created")}, {u"updated"_s, tr("Updated")}, {u"first"_s, tr("First activity")},
                                     {u"last"_s, tr("Last activity")}, {u"resolving"_s, tr("How it ended")}})
        m_ui->facts->addFact(key, title);
    for (Label *title : {m_ui->tagsTitle, m_ui->descriptionTitle})
        title->setTone(Tone::Muted);
    m_ui->description->setCopyable(true);
    m_ui->column->setSpacing(space(Space::Small, this));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->scroll->setBackgroundRole(QPalette::Base);
    m_ui->body->setBackgroundRole(QPalette::Base);
}

IncidentSummary::~IncidentSummary() = default;

QSize IncidentSummary::sizeHint() const { return {fontMetrics().averageCharWidth() * 48, QWidget::sizeHint().height()}; }

void IncidentSummary::tellOverlaid(const QString &key, const QString &server, const std::optional<QString> &decided)
{
    if (!decided) {
        m_ui->facts->tell(key, server);
        return;
    }
    m_ui->facts->tell(key, tr("%1\nDecided, not confirmed. The service says: %2").arg(*decided, server), Tone::Accent);
}

void IncidentSummary::tellTimes(const models::IncidentSummary &summary, const QList<domain::Alert> &alerts, domain::Moment now)
{
    std::optional<domain::Moment> first;
    std::optional<domain::Moment> last;
    for (const domain::Alert &alert : alerts) {
        first = earliest(first, alert.firstActivity);
        last = latest(last, alert.lastActivity);
    }
    const auto both = [&](domain::Moment at) { return u"%1 (%2)"_s.arg(m_times.absolute(at), m_times.relative(at, now)); };
    m_ui->facts->tell(u"created"_s, both(summary.incident.created));
    m_ui->facts->tell(u"updated"_s, both(summary.incident.updated));
    m_ui->facts->tell(u"first"_s, first ? m_times.absolute(*first) : QString());
    m_ui->facts->tell(u"last"_s, last ? m_times.absolute(*last) : QString());
}

void IncidentSummary::setSummary(const models::IncidentSummary &summary, const QList<domain::Alert> &alerts, domain::Moment now)
{
    const domain::Incident &incident = summary.incident;
    const models::Overlay &overlay = summary.overlay;
    const QString nobody = tr("Nobody");
    const auto person = [&](const QString &upn) { return upn.isEmpty() ? nobody : domain::display(domain::Untrusted(upn)); };
    tellOverlaid(u"assigned"_s, person(incident.assignedTo.raw()),
                 overlay.assignee.value ? std::optional(person(*overlay.assignee.value)) : std::nullopt);
    tellOverlaid(u"classification"_s, judgementText(incident.classification, incident.determination),
                 overlay.judgement.value ? std::optional(models::name(*overlay.judgement.value)) : std::nullopt);
    m_ui->facts->tell(u"alerts"_s, tr("%1, %2 open").arg(locale().toString(summary.alerts), locale().toString(summary.openAlerts)));
    QStringList sources;
    for (const domain::Word<domain::ServiceSource> &source : summary.sources)
        sources.append(models::name(source));
    m_ui->facts->tell(u"sources"_s, sources.join(u", "_s));
    m_ui->facts->setShown(u"priority"_s, incident.priorityScore.has_value());
    m_ui->facts->tell(u"priority"_s, QString::number(incident.priorityScore.value_or(0)));
    m_ui->facts->setShown(u"resolving"_s, !incident.resolvingComment.isEmpty());
    m_ui->facts->tell(u"resolving"_s, domain::displayLines(incident.resolvingComment));
    tellTimes(summary, alerts, now);
    const QStringList own = overlay.tags.value.value_or(raw(incident.customTags));
    const QStringList foreign = raw(incident.systemTags);
    m_ui->tags->setTags(own, foreign, false);
    m_ui->tagsTitle->setVisible(!own.isEmpty() || !foreign.isEmpty());
    QStringList story;
    for (const domain::Untrusted &part : {incident.description, incident.summary})
        if (!part.isEmpty())
            story.append(domain::displayLines(part, descriptionCap));
    m_ui->description->setText(story.join(u"\n\n"_s));
    m_ui->descriptionTitle->setVisible(!story.isEmpty());
}

} // namespace widgets
