"""Labels and help texts of the sheets about a civil claim in Spanish."""

from typing import Final

CIVIL: Final = {
    "civil.filed_on": (
        "Presentada el",
        "El día de la demanda, o de un acuerdo que detiene el plazo; se cuenta desde él hacia atrás.",
    ),
    "civil.interest_to": ("Intereses hasta", "El último día que genera intereses."),
    "civil.interest_from": (
        "Intereses desde",
        "Solo para una fecha intermedia razonable; si no, cada cantidad desde su propio día.",
    ),
    "civil.consent_on": (
        "Consentimiento presentado el",
        "Solo en una acción colectiva: cuándo se presentó por escrito.",
    ),
    "civil.notice_on": (
        "Aviso de derechos el",
        "Cuándo se informó al trabajador de sus derechos, si fue así.",
    ),
    "civil.willful": ("¿Intencional?", "¿Está probado que la violación fue intencional?"),
    "civil.good_faith_shown": ("¿Buena fe demostrada?", "¿Demostró el empleador buena fe?"),
    "civil.separated_on": ("Salió el", "El día en que terminó el empleo."),
    "civil.final_wages_paid_on": (
        "Último salario pagado el",
        "Cuándo se pagó el último salario.",
    ),
    "civil.payday_every": (
        "Se pagaba cada",
        "Cada cuánto se pagaban los salarios por lo regular.",
    ),
    "civil.payday_first": (
        "Primer día de un período de pago",
        "Solo para una o dos semanas: el primer día de cualquier período de pago.",
    ),
    "civil.payday_after": (
        "Día de pago: días después",
        "Cuántos días después del fin del período de pago; 7 si queda vacío.",
    ),
    "tolled.why": ("Por qué", "Como acuerdo u orden."),
    "spreads.hours": ("Horas", "Del comienzo al fin, con comidas y tiempo libre."),
    "contracts.program": ("Programa de visa", "H-2A o H-2B."),
    "contracts.workdays": ("Días laborables", "Los del contrato o bloque."),
    "contracts.hours_per_workday": ("Horas por día laborable", "Como dice la orden de trabajo."),
    "contracts.hours_offered": (
        "Horas ofrecidas",
        "Horas trabajadas, y horas ofrecidas y rechazadas.",
    ),
    "contracts.rate": ("Tarifa $ por hora", "La tarifa del contrato."),
    "contracts.paid": ("Pagado por el resto $", "Lo pagado por horas que no se ofrecieron."),
    "contracts.short_job_order": (
        "¿Menos de 120 días?",
        "Solo H-2B: una orden de trabajo de menos de 120 días.",
    ),
    "tiers.subject": ("Punto de ley", "Como us-ny.minimum_wage."),
    "tiers.choice": ("Nivel", "Como new_york_city."),
}
