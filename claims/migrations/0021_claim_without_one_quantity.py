from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0020_fill_quantities_of_a_claim'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='claim',
            name='quantity',
        ),
        migrations.AlterField(
            model_name='claim',
            name='quantities',
            field=models.ManyToManyField(blank=True, help_text='What it is about.', related_name='claims', to='claims.quantity'),
        ),
    ]
