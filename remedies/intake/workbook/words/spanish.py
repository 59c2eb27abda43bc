"""The workbook in Spanish."""

from typing import Final

from remedies.intake.workbook.words.language import Language, Marks
from remedies.intake.workbook.words.spanish_choices import CHOICES
from remedies.intake.workbook.words.spanish_columns import COLUMNS
from remedies.intake.workbook.words.spanish_says import SAYS

_TABS: Final = {
    "start": "Inicio",
    "case": "Caso",
    "convictions": "Condenas",
    "work": "Trabajo",
    "hours": "Horas",
    "days": "Días",
    "away": "Ausencias",
    "rest": "Descanso",
    "pay": "Paga",
    "paid": "Recibido",
    "payments": "Pagos",
    "deductions": "Descuentos",
    "facilities": "En especie",
    "tips": "Propinas",
    "bonuses": "Bonos",
    "coverage": "Cobertura",
    "gains": "Ganancias",
    "losses": "Pérdidas",
    "positions": "Posiciones",
    "civil": "Demanda civil",
    "tolled": "Plazo detenido",
    "spreads": "Jornada total",
    "contracts": "Contratos",
    "tiers": "Niveles",
    "lists": "Listas",
}

_TITLES: Final = {
    "start": ("Libro de entrada", ""),
    "case": (
        "El caso",
        "Una línea por dato. Nunca un nombre, una fecha de nacimiento ni un estatus.",
    ),
    "convictions": (
        "Leyes de la condena",
        "Una fila por ley: decide qué medidas de restitución se aplican.",
    ),
    "work": (
        "Períodos de trabajo",
        "Una fila por cada tiempo con un mismo patrón de horas y paga. Ambos días están incluidos.",
    ),
    "hours": (
        "Horas de trabajo",
        (
            "Una fila por período. Ponga x en cada día de trabajo (todo vacío: los siete), o sus "
            "horas si se "
            "conocen por día de la semana."
        ),
    ),
    "days": (
        "Horas día por día",
        "Solo si los días se anotaron uno por uno: una fila por día, o por turno con sus horas de reloj.",
    ),
    "away": ("Días sin trabajo", "Tiempos dentro de un período en que no se trabajó."),
    "rest": (
        "Sueño, comidas y espera",
        "Solo tiempo que es parte de las horas de la hoja Horas. Una fila por período.",
    ),
    "pay": (
        "Paga acordada",
        "Una fila por período. Lo que se prometió, no lo que llegó: eso va en la hoja Recibido.",
    ),
    "paid": (
        "Lo que llegó al trabajador",
        "Una fila por período con paga acordada, aunque no se haya pagado nada.",
    ),
    "payments": (
        "Pagos uno por uno",
        "Solo si la hoja Recibido dice que los pagos están en una lista.",
    ),
    "deductions": (
        "Descuentos y costos",
        "Lo que se retuvo de la paga, y lo que el trabajador tuvo que pagar por el empleador.",
    ),
    "facilities": ("Comida, alojamiento y otros", "Lo que se dio en lugar de dinero."),
    "tips": ("Propinas", "Una fila por período con propinas."),
    "bonuses": ("Bonos y comisiones", "Lo que se prometió además de la paga."),
    "coverage": (
        "Cobertura",
        "Solo para trabajos especiales. Una fila por período; lo que no se sabe queda vacío.",
    ),
    "gains": (
        "Lo que ganó el acusado",
        "Una fila por cada ganancia de los servicios o del trabajo.",
    ),
    "losses": ("Lo que costó a la víctima", "Una fila por pérdida, ya pagada o aún por venir."),
    "positions": (
        "Posiciones",
        "Para abogados: elecciones en puntos en que las cortes difieren. Vacío es la elección usual.",
    ),
    "civil": (
        "Una demanda civil por salarios",
        "Solo para una demanda civil junto a la restitución, o en su lugar. Una línea por dato.",
    ),
    "tolled": (
        "Tiempo que no cuenta",
        "Solo para una demanda civil: días en que el plazo no corrió.",
    ),
    "spreads": (
        "Jornada total",
        "Solo para una demanda civil sin horas de reloj: del comienzo al fin de cada día de trabajo.",
    ),
    "contracts": (
        "Contratos H-2A y H-2B",
        "Solo para una demanda civil: cada contrato H-2A, o cada bloque de semanas de un contrato H-2B.",
    ),
    "tiers": (
        "Niveles",
        "Para abogados, en una demanda civil: qué nivel de un punto de ley se aplica, por su clave.",
    ),
    "lists": ("Listas", "Lo que ofrecen las listas. Aquí no hay nada que llenar."),
}

_START: Final = (
    (
        "text",
        (
            "Este libro reúne los hechos con los que se calculan la restitución y los salarios no pagados. "
            "Un libro es para una sola víctima. Lo puede llenar un asistente legal, un defensor o un "
            "coordinador, en papel o por teléfono."
        ),
    ),
    ("heading", "Lo que nunca pregunta"),
    (
        "text",
        (
            "Ni nombre, ni fecha de nacimiento, ni estatus migratorio, ni dirección. Use una "
            "referencia como "
            "V-1, guarde en otro lugar la lista de quién es quién, y dé al archivo un nombre que "
            "no diga nada."
        ),
    ),
    ("heading", "Cómo llenarlo"),
    (
        "step",
        "Llene primero Caso, Condenas, Trabajo, Horas, Paga y Recibido. Use las demás según haga falta.",
    ),
    (
        "step",
        (
            "Comience debajo del ejemplo gris. Los ejemplos y la ayuda no se leen. Las filas "
            "vacías no molestan, "
            "y el orden de las filas no importa."
        ),
    ),
    (
        "step",
        "Una estrella * marca lo que una fila debe tener. Deje vacío lo que no se sabe.",
    ),
    (
        "step",
        (
            "Escriba los números con cifras y un punto: 1234.50. Escriba las fechas así: "
            "2012-03-25. Use las "
            "listas de las celdas."
        ),
    ),
    (
        "step",
        (
            "¿No es seguro un número? Dé bajo, probable y alto donde hay tres columnas; en "
            "cualquier otra celda "
            "escriba 60 / 80 / 100. El resultado muestra entonces los tres totales."
        ),
    ),
    (
        "step",
        (
            "Cada período de trabajo tiene un nombre corto, como W1. Las otras hojas dicen con ese "
            "nombre de qué "
            "tratan; si hay un solo período puede quedar vacío."
        ),
    ),
    (
        "step",
        (
            "¿Dos relatos del mismo tiempo? Dé a cada uno sus períodos y nombre el relato en la "
            "hoja Trabajo. "
            "La hoja Caso dice cuál se usa."
        ),
    ),
    (
        "step",
        (
            "Diga dónde se encuentra cada hecho (prueba) y en qué se apoya (fundamento). La "
            "columna Notas es "
            "para usted: no se lee."
        ),
    ),
    ("heading", "Cuando esté lleno"),
    (
        "text",
        (
            "Entréguelo en la página Intake, o ejecute: remedies intake read FILE.xlsx. La respuesta es un "
            "documento listo para calcular, o la lista de celdas por corregir. Nada se guarda y "
            "ninguna fórmula "
            "se calcula: escriba valores, no fórmulas."
        ),
    ),
    ("heading", "Las hojas"),
)

_TEXTS: Final = {
    "restaurant": "restaurante",
    "owner's travel": "viaje del dueño",
    "Ex. 4 at 2": "Ex. 4 at 2",
    "Defense theory": "Teoría de la defensa",
}

SPANISH: Final = Language(
    code="es",
    name="Español",
    tabs=_TABS,
    titles=_TITLES,
    columns=COLUMNS,
    choices=CHOICES,
    says=SAYS,
    texts=_TEXTS,
    start=_START,
    marks=Marks(
        example="Ejemplo",
        help="Ayuda",
        first="Fila",
        what="Qué",
        entry="Su dato",
        needed="* necesario en cada fila",
        notes="Notas (no se leen)",
        notes_help="Para su propio uso. Nada de esto pasa al cálculo.",
        not_a_date="Aquí va una fecha, como 2012-03-25.",
        not_a_number="Aquí va un número: cifras y un punto, como 72.5, o bajo / probable / alto.",
        not_a_time="Aquí va una hora, como 07:30.",
        not_in_list="Elija una de las palabras de la lista.",
        not_a_weekday="Escriba x para un día de trabajo, o sus horas, como 8.5.",
        not_accepted="Revise esta celda",
        said="«{}» {}",
        edition="Edición",
        page="Página",
        nothing_to_fill_in="nada que llenar",
    ),
)
