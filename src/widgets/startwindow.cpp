// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startwindow.h"

#include "ui_startwindow.h"

#include "filedialogs.h"
#include "icons.h"
#include "messagebar.h"
#include "style.h"
#include "theme.h"

#include "models/wording.h"

#include <QCloseEvent>
#include <QScreen>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace widgets {

StartWindow::StartWindow(const QList<domain::Cloud> &clouds, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::StartWindow>())
    , m_messages(new MessageBar(nullptr, this))
{
    m_ui->setupUi(this);
    m_messages->setObjectName(u"messages"_s);
    m_ui->column->insertWidget(0, m_messages);
    m_ui->title->setType(Type::Headline);
    m_ui->lead->setTone(Tone::Muted);
    const int margin = space(Space::Large, this);
    m_ui->content->setContentsMargins(margin, margin, margin, margin);
    m_ui->head->setSpacing(space(Space::Medium, this));
    m_ui->bodyColumn->insertSpacing(2, space(Space::Medium, this)); // what one does stands apart from what it is about
    m_ui->body->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    m_ui->form->offerClouds(clouds);
    connect(m_ui->welcome, &WelcomePage::demoRequested, this, &StartWindow::demoRequested);
    connect(m_ui->tenants, &TenantsPage::demoRequested, this, &StartWindow::demoRequested);
    connect(m_ui->tenants, &TenantsPage::chosen, this, &StartWindow::chosen);
    connect(m_ui->welcome, &WelcomePage::additionRequested, this, [this] { goTo(m_ui->form); });
    connect(m_ui->tenants, &TenantsPage::additionRequested, this, [this] { goTo(m_ui->form); });
    connect(m_ui->form, &TenantForm::described, this, &StartWindow::described);
    connect(m_ui->form, &TenantForm::left, this, &StartWindow::goHome);
    connect(m_ui->signInPage, &SignInPage::signInRequested, this, &StartWindow::signInRequested);
    connect(m_ui->signInPage, &SignInPage::cancelRequested, this, &StartWindow::signInCancelled);
    connect(m_ui->signInPage, &SignInPage::pageRequested, this, &StartWindow::signInPageRequested);
    connect(m_ui->signInPage, &SignInPage::left, this, &StartWindow::othersRequested);
    setButtonRole(m_ui->diagnostics, ButtonRole::Quiet);
    connect(m_ui->diagnostics, &QPushButton::clicked, this, &StartWindow::diagnosticsRequested);
    setButtonRole(m_ui->openFile, ButtonRole::Quiet);
    connect(m_ui->openFile, &QPushButton::clicked, this,
            [this] { askForFiles(this, [this](const QStringList &files) { Q_EMIT filesChosen(files); }); });
    connect(new QShortcut(QKeySequence::Open, this), &QShortcut::activated, m_ui->openFile, &QPushButton::click);
    connect(new QShortcut(QKeySequence::Quit, this), &QShortcut::activated, this, &QWidget::close);
    setMinimumSize(fontMetrics().averageCharWidth() * 50, fontMetrics().height() * 18);
    resize(QSize(fontMetrics().averageCharWidth() * 108, fontMetrics().height() * 25).boundedTo(screen()->availableSize() * 0.95));
    restyle();
    goHome();
}

StartWindow::~StartWindow() = default;

void StartWindow::offer(const QList<domain::Tenant> &tenants)
{
    m_hasTenants = !tenants.isEmpty();
    m_ui->tenants->offer(tenants);
    m_ui->form->clear();
    goHome();
}

void StartWindow::askSignIn(const domain::Tenant &tenant)
{
    m_ui->signInPage->ask(tenant);
    goTo(m_ui->signInPage);
}

void StartWindow::refuse(const domain::Error &error) { m_ui->form->refuse(error); }

void StartWindow::showSignInRunning() { m_ui->signInPage->showRunning(); }

void StartWindow::showSignInPage(const QUrl &page) { m_ui->signInPage->showOpened(page); }

void StartWindow::showSignInEnded(const std::optional<domain::Error> &error) { m_ui->signInPage->showEnded(error); }

void StartWindow::showDemoStarting(bool starting)
{
    m_ui->pages->setEnabled(!starting);
    if (starting) {
        m_messages->setStanding(true);
        m_messages->tell({.kind = Message::Kind::Note, .text = tr("The demo tenant is being started on this machine.")});
    } else {
        m_messages->setStanding(false);
        m_messages->dismiss();
    }
}

void StartWindow::tellFailure(const domain::Error &error)
{
    m_messages->setStanding(false);
    m_messages->tell({.kind = Message::Kind::Error, .text = models::sentence(error)});
}

void StartWindow::goHome()
{
    if (m_hasTenants)
        goTo(m_ui->tenants);
    else
        goTo(m_ui->welcome);
}

void StartWindow::goTo(QWidget *page)
{
    m_messages->dismiss();
    m_ui->pages->setCurrentWidget(page);
    if (page == m_ui->welcome) {
        m_ui->title->setText(tr("Casemate"));
        m_ui->lead->setText(tr("Casemate is a desktop console in which you triage Microsoft Defender incidents, decide the "
                               "investigation actions that wait for a person, and prove afterwards what was done."));
        m_ui->welcome->enter();
    } else if (page == m_ui->tenants) {
        m_ui->title->setText(tr("Open a tenant"));
        m_ui->lead->setText(tr("Each tenant has its own data, session and window."));
        m_ui->tenants->enter();
    } else if (page == m_ui->form) {
        m_ui->title->setText(tr("Add a tenant"));
        m_ui->lead->setText(tr("Your administrator knows the two IDs: they stand in the overview of the app registration that was made for Casemate."));
        m_ui->form->enter();
    } else {
        m_ui->title->setText(tr("Sign in"));
        m_ui->lead->setText(tr("Nobody has signed in to this tenant on this machine yet. You sign in on Microsoft's page in your browser; Casemate never sees the password."));
        m_ui->signInPage->enter();
    }
    setWindowTitle(page == m_ui->welcome ? tr("Casemate") : tr("%1 – Casemate").arg(m_ui->title->text()));
}

void StartWindow::reject()
{
    if (!m_ui->pages->isEnabled())
        return;
    if (m_ui->pages->currentWidget() == m_ui->form)
        goHome();
    else if (m_ui->pages->currentWidget() != m_ui->signInPage)
        return; // there is nothing before it
    else if (m_ui->signInPage->isRunning())
        Q_EMIT signInCancelled();
    else
        Q_EMIT othersRequested();
}

void StartWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

void StartWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QDialog::changeEvent(event);
}

void StartWindow::restyle()
{
    const int extent = QFontMetrics(scaledFont(Type::Headline, font())).height();
    m_ui->symbol->setPixmap(iconPixmap(u"casemate"_s, extent, devicePixelRatioF(), colours(palette()).accent));
}

} // namespace widgets
