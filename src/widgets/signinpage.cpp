// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinpage.h"

#include "ui_signinpage.h"

#include "style.h"

#include "domain/displaytext.h"
#include "models/wording.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString safe(const QString &text) { return domain::display(domain::Untrusted(text), 200); }

} // namespace

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SignInPage>())
{
    m_ui->setupUi(this);
    for (const auto &[key, title] : {std::pair {u"tenant"_s, tr("Tenant")}, {u"directory"_s, tr("Directory")}, {u"cloud"_s, tr("Cloud")},
                                     {u"host"_s, tr("Sign-in page")}})
        m_ui->facts->addFact(key, title);
    m_ui->layout->setSpacing(space(Space::Large, this));
    setButtonRole(m_ui->signIn, ButtonRole::Primary);
    connect(m_ui->signIn, &QPushButton::clicked, this, &SignInPage::signInRequested);
    connect(m_ui->cancel, &QPushButton::clicked, this, &SignInPage::cancelRequested);
    connect(m_ui->others, &QPushButton::clicked, this, &SignInPage::left);
    connect(m_ui->again, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(m_page); });
    connect(m_ui->copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_page.toString(QUrl::FullyEncoded));
        m_ui->state->setText(tr("The address is in the clipboard. Open it in a browser on this machine; it is good for this sign-in only."));
    });
    turn(State::Asking, {});
}

SignInPage::~SignInPage() = default;

void SignInPage::ask(const domain::Tenant &tenant)
{
    m_ui->facts->tell(u"tenant"_s, safe(tenant.key));
    m_ui->facts->tell(u"directory"_s, safe(tenant.tenantId));
    m_ui->facts->tell(u"cloud"_s, tenant.cloud.demo ? tr("%1 (demo)").arg(safe(tenant.cloud.name)) : safe(tenant.cloud.name));
    m_ui->facts->tell(u"host"_s, safe(tenant.cloud.login.authority(QUrl::FullyEncoded)));
    turn(State::Asking, {});
}

void SignInPage::showRunning()
{
    m_page.clear();
    turn(State::Running, tr("The sign-in page is being opened in your browser."));
}

void SignInPage::showOpened(const QUrl &page)
{
    if (m_state != State::Running)
        return; // it has ended meanwhile
    m_page = page;
    turn(State::Running, tr("The sign-in page is open in your browser. Sign in there; this window goes on by itself."));
}

void SignInPage::showEnded(const std::optional<domain::Error> &error)
{
    m_page.clear();
    if (error)
        turn(State::Failed, models::sentence(*error));
    else
        turn(State::Asking, {});
}

void SignInPage::enter()
{
    QPushButton *wanted = m_state == State::Running ? m_ui->cancel : m_ui->signIn;
    wanted->setDefault(true);
    wanted->setFocus(Qt::OtherFocusReason);
}

void SignInPage::turn(State state, const QString &text)
{
    const bool moved = m_state != state;
    m_state = state;
    const bool running = state == State::Running;
    m_ui->signIn->setText(state == State::Failed ? tr("&Try again") : tr("&Sign in"));
    m_ui->signIn->setVisible(!running);
    m_ui->cancel->setVisible(running);
    m_ui->again->setVisible(running && !m_page.isEmpty());
    m_ui->copy->setVisible(running && !m_page.isEmpty());
    m_ui->others->setVisible(!running);
    m_ui->progress->setVisible(running);
    m_ui->state->setText(text);
    m_ui->state->setTone(state == State::Failed ? Tone::Bad : Tone::Plain);
    m_ui->state->setVisible(!text.isEmpty());
    if (moved && isVisible())
        enter();
    if (!text.isEmpty()) {
        QAccessibleEvent alert(m_ui->state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace widgets
