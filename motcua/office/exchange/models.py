"""What goes out to citizens: an outbox, filled inside the act's transaction, emptied by a command."""

from django.db import models


class Channel(models.TextChoices):
    EMAIL = "email", "Thư điện tử"
    SMS = "sms", "Tin nhắn"
    ZALO = "zalo", "Zalo"


class Message(models.Model):
    """One notice to one person. `key` makes it go once only; the body holds nothing sensitive."""

    key = models.CharField(max_length=160, unique=True)
    channel = models.CharField(max_length=8, choices=Channel)
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    created_at = models.DateTimeField()
    try_after = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["try_after"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="exchange_message_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.key
