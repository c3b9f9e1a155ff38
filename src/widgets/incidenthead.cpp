// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidenthead.h"

#include "ui_incidenthead.h"

#include "glyphs.h"

#include "domain/displaytext.h"
#include "models/wording.h"

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString noteOn(const models::IncidentSummary &summary)
{
    QStringList notes;
    if (summary.incident.redirectTo)
        notes.append(IncidentHead::tr("Merged into incident %1.").arg(domain::display(domain::Untrusted(summary.incident.redirectTo->text))));
    if (summary.archived)
        notes.append(IncidentHead::tr("Archived: the service no longer has it."));
    if (summary.overlay.decisions > 0)
        notes.append(summary.overlay.decisions == 1
                         ? IncidentHead::tr("1 decision not confirmed yet.")
                         : IncidentHead::tr("%Ln decisions not confirmed yet.", nullptr, summary.overlay.decisions));
    if (const int count = int(summary.unreadable.size()); count > 0)
        notes.append(count == 1 ? IncidentHead::tr("1 alert cannot be read.")
                                : IncidentHead::tr("%Ln alerts cannot be read.", nullptr, count));
    return notes.join(u' ');
}

} // namespace

IncidentHead::IncidentHead(QWidget *parent)
    : Bar(parent)
    , m_ui(std::make_unique<Ui::IncidentHead>())
{
    m_ui->setupUi(this);
    m_ui->name->setType(Type::Title);
    m_ui->number->setType(Type::Title);
    m_ui->number->setTone(Tone::Muted);
    m_ui->note->setTone(Tone::Muted);
    m_ui->name->setCopyable(true);
    m_ui->number->setCopyable(true);
    m_ui->stateRow->setSpacing(space(Space::Large, this));
}

IncidentHead::~IncidentHead() = default;

void IncidentHead::setCommands(const Commands &commands)
{
    m_ui->moves->setCommands(commands, {Command::Back, Command::PreviousIncident, Command::NextIncident}, false);
    m_ui->strip->setCommands(commands,
                             {Command::Take, Command::Assign, Command::Classify, Command::Tag, Command::Comment, Command::Resolve,
                              Command::OpenPortal},
                             true);
}

void IncidentHead::setSummary(const models::IncidentSummary &summary)
{
    const domain::Incident &incident = summary.incident;
    m_ui->number->setText(domain::display(domain::Untrusted(incident.id.text), 32));
    m_ui->name->setOutsideText(incident.displayName);
    m_ui->severity->tell(models::name(incident.severity), [severity = incident.severity.value](QPainter *painter, const QRectF &rect, const Colours &c) {
        drawSeverity(painter, rect, severity, c);
    });
    const models::OverlayField<domain::IncidentStatus> &decided = summary.overlay.status;
    const domain::Word<domain::IncidentStatus> status = decided.value ? domain::wordOf(*decided.value) : incident.status;
    const QString word = decided.value ? tr("%1 (decided, not confirmed)").arg(models::name(status)) : models::name(status);
    m_ui->status->tell(word, [value = status.value](QPainter *painter, const QRectF &rect, const Colours &c) {
        drawStatus(painter, rect, value, c);
    });
    const int pending = int(summary.pending.size());
    m_ui->pending->setVisible(pending > 0);
    m_ui->pending->tell(pending == 1 ? tr("1 pending action") : tr("%Ln pending actions", nullptr, pending),
                         [](QPainter *painter, const QRectF &rect, const Colours &c) {
        drawStatus(painter, rect, domain::IncidentStatus::AwaitingAction, c);
    }, Tone::Warning);
    m_ui->note->setText(noteOn(summary));
}

} // namespace widgets
