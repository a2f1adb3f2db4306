"""Settings of the office, from the environment; without any, one commune on one computer with SQLite."""

import secrets
from pathlib import Path

import environ
from csp.constants import NONE, SELF

env = environ.Env()
HOME = env.path("MOTCUA_HOME", default=Path.cwd() / "out" / "office")
DATA = Path(HOME)
FILES = DATA / "files"

# signatures are held against the list in this file; without one, documents are signed on paper
TRUST_LIST = env.str("TRUST_LIST", default="")
# an RFC 3161 time-stamp authority: signatures say when by its word, issued documents are archived under its stamp
TIME_STAMPS = env.str("TIME_STAMPS", default="")
SIGNING_ENGINE = "motcua.office.documents.pdf_engine.PdfEngine" if TRUST_LIST else ""
DOSSIERS = "motcua.office.dossiers.about.told"  # who tells documents of the dossier that they belong to

DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])


def _kept_secret() -> str:
    """The key of sessions and tokens: made once and kept beside the data, readable by its owner alone."""
    file = DATA / "secret.key"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50), "ascii")
    return file.read_text("ascii")


SECRET_KEY = env.str("SECRET_KEY", default="") or _kept_secret()

INSTALLED_APPS = [
    "motcua.office.journal",
    "motcua.office.people",
    "motcua.office.procedures",
    "motcua.office.records",
    "motcua.office.exchange",
    "motcua.office.documents",
    "motcua.office.dossiers",
    "motcua.office.backups",
    "motcua.web.shared",
    "motcua.web.desk",
    "motcua.web.portal",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "axes",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "motcua.web.shared.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "motcua.web.shared.uploads.bounded",
    "django_otp.middleware.OTPMiddleware",
    "motcua.web.shared.middleware.session_limits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20  # bytes of a form without its files; `bounded` says how much comes with them
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "motcua.web.desk.navigation.navigation",
            ],
            "builtins": ["motcua.web.shared.templatetags.words"],
        },
    }
]


def _database() -> dict[str, object]:
    """SQLite beside the data, or what DATABASE_URL names. Durability stays on in both."""
    chosen: dict[str, object] = env.db_url("DATABASE_URL", default=f"sqlite:///{DATA / 'office.sqlite3'}")
    if chosen["ENGINE"] == "django.db.backends.sqlite3":
        wal = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        return chosen | {"OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": wal}}
    # after the server was away: no connection that broke is given out, none waits long before it is tried again
    pool = {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=8), "timeout": 5, "reconnect_timeout": 2}
    chosen |= {"CONN_HEALTH_CHECKS": True}
    short = {"options": "-c jit=off"}  # pages ask for a few rows: compiling a query would take longer than answering it
    return chosen | {"OPTIONS": {"pool": pool, "server_side_binding": True, "prepare_threshold": 3} | short}


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Officer"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
_PASSWORDS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_PASSWORDS}.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {
        "NAME": f"{_PASSWORDS}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name")},
    },
    {"NAME": f"{_PASSWORDS}.CommonPasswordValidator"},
    {"NAME": f"{_PASSWORDS}.NumericPasswordValidator"},
]
LOGIN_URL = "shared:sign-in"
LOGIN_REDIRECT_URL = "desk:work"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "motcua.web.shared.errors.locked_out"
CSRF_FAILURE_VIEW = "motcua.web.shared.errors.form_expired"
OTP_TOTP_ISSUER = "motcua"

SESSION_LOCK_MINUTES = 15
ADMIN_SESSION_LOCK_MINUTES = 5
IDLE_ACCOUNT_DAYS = 45
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# where whoever holds a document's code asks for it: printed on documents as a QR code
PUBLIC_ADDRESS = env.str("PUBLIC_ADDRESS", default="http://127.0.0.1:8000").rstrip("/")
# a remote signing service (its address, the office's token there), the agent on officers' computers
SIGNING_SERVICE = env.str("SIGNING_SERVICE", default="")
SIGNING_BEARER = env.str("SIGNING_BEARER", default="")
SIGNING_AGENT = env.str("SIGNING_AGENT", default="http://127.0.0.1:8713")
# an office that wants so returns a result only once its digital copy is signed and sealed; no law asks for that
RETURN_SIGNED_ONLY = env.bool("RETURN_SIGNED_ONLY", default=False)
SECURE = env.bool("BEHIND_TLS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF, *([SIGNING_AGENT] if SIGNING_AGENT else [])],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # straight from the package: nothing to collect
WHITENOISE_MAX_AGE = 3600

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://127.0.0.1:25")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="motcua@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"pypdf": {"level": "CRITICAL"}},  # what is wrong with a file is told to who uploaded it
    # addresses hold no personal data and are logged; what a request carried is not
}
