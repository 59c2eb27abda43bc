"""Labels and help texts of the columns in Spanish."""

from collections.abc import Mapping
from typing import Final

from remedies.intake.workbook.words.spanish_civil import CIVIL

_EVERYWHERE: Final = {
    "period": ("Período", "Como en la hoja Trabajo: W1."),
    "from": ("Primer día", "El primer día."),
    "to": ("Último día", "El último día; está incluido."),
    "on": ("Fecha", "La fecha."),
    "amount": ("Cantidad $", "Dólares y centavos, como 325.00."),
    "exhibit": ("Prueba", "Dónde se encuentra, como Ex. 4 at 2. Sin nombres."),
    "evidence": ("Fundamento", "En qué se apoya."),
    "kind": ("Tipo", "Elija de la lista."),
    "per_workweek": ("$ por semana", "Dólares por una semana laboral completa."),
}

_CASE: Final = {
    "case.reference": (
        "Referencia de la víctima",
        (
            "Un seudónimo o iniciales, como V-1: letras, cifras, puntos y guiones, sin espacios. Nunca "
            "un nombre."
        ),
    ),
    "case.as_of": ("Al día", "El día para el que se calcula."),
    "case.circuit": ("Circuito", "La corte federal de apelaciones, si se conoce."),
    "case.charged_on": ("Fecha de la acusación", "Si se discute un plazo: cuándo se presentó."),
    "case.account": (
        "Relato usado",
        "Solo si la hoja Trabajo nombra varios relatos: el que usa el cálculo.",
    ),
    "convictions.statute": (
        "Ley",
        "Una sección del Código de los Estados Unidos, como 18 USC 1589.",
    ),
    "convictions.defendant": ("Acusado", "Un seudónimo o iniciales, como D-1."),
    "convictions.from": ("Delito desde", "El primer día del delito."),
    "convictions.to": ("Delito hasta", "El último día del delito."),
}

_WORK: Final = {
    "work.period": ("Período", "Un nombre corto a su elección; las otras hojas lo usan."),
    "work.account": (
        "Relato",
        "Solo si hay dos relatos del mismo tiempo: un nombre corto, como victima.",
    ),
    "work.from": ("Primer día de trabajo", "El primer día del período."),
    "work.to": ("Último día de trabajo", "El último día; es parte del período."),
    "work.place": ("Lugar", "El estado donde se trabajó."),
    "work.place_tier": (
        "Nivel del lugar",
        "Solo si el salario mínimo de allí tiene niveles, como small_employer o new_york_city.",
    ),
    "work.occupation": ("Ocupación", "Como restaurante o empleada doméstica."),
    "work.workweek_starts_on": (
        "La semana comienza el",
        "El día en que comienza cada semana laboral; domingo si queda vacío.",
    ),
    "work.records_kept": (
        "¿Llevaba registros el empleador?",
        "De horas y paga. Deje vacío si no se sabe.",
    ),
    "hours.way": ("Cómo se conocen las horas", "Elija la forma en que se contaron las horas."),
    "hours.hours_low": ("Horas: bajo", "Las menos, si no es seguro."),
    "hours.hours_likely": (
        "Horas: probable",
        "Las horas, como 72.5. Una semana tiene 168; un día, 24.",
    ),
    "hours.hours_high": ("Horas: alto", "Las más, si no es seguro."),
    "hours.sun": ("Dom", "x, u horas."),
    "hours.mon": ("Lun", "x, u horas."),
    "hours.tue": ("Mar", "x, u horas."),
    "hours.wed": ("Mié", "x, u horas."),
    "hours.thu": ("Jue", "x, u horas."),
    "hours.fri": ("Vie", "x, u horas."),
    "hours.sat": ("Sáb", "x, u horas."),
    "hours.time_zone": (
        "Zona horaria",
        "Solo con horas de reloj en la hoja Días: para noches en que cambió el reloj.",
    ),
    "hours.rounded_to_minutes": (
        "Redondeo en minutos",
        "Solo si el empleador redondeaba las horas del reloj.",
    ),
    "days.hours": ("Horas", "Las horas de esa fecha; o dé comienzo y fin."),
    "days.start": ("Comienzo", "Una hora como 07:30."),
    "days.end": ("Fin", "Una hora como 16:00; 24:00 termina el día."),
    "days.ends_on": ("Termina el", "La fecha en que terminó el turno, si pasó de medianoche."),
    "days.relieved_minutes": (
        "Pausa, minutos",
        "Minutos de pausas libres de toda obligación, 30 o más.",
    ),
    "days.rate": (
        "Tarifa $ por hora",
        "Solo si la paga es de varias tarifas: la tarifa de estas horas.",
    ),
    "away.why": ("Por qué", "Como cerrado o enfermedad."),
    "rest.sleep_hours": (
        "Sueño: horas al día",
        "Horas de sueño que son parte de las horas indicadas.",
    ),
    "rest.on_duty_hours": ("Turno: horas", "Cuánto duraba un turno, como 24."),
    "rest.uninterrupted_hours": (
        "Sueño sin interrupción",
        "Horas de sueño que por lo general se podían tener sin interrupción.",
    ),
    "rest.agreed_freely": (
        "¿Acuerdo libre?",
        "¿Hubo un acuerdo sobre el tiempo de sueño, hecho sin presión?",
    ),
    "rest.facilities": ("¿Lugar adecuado para dormir?", "Sí o no."),
    "rest.resides": ("¿Vivía allí?", "¿Vivía el trabajador en el lugar de trabajo?"),
    "rest.meal_hours": (
        "Comidas: horas al día",
        "Horas de comida que son parte de las horas indicadas.",
    ),
    "rest.minutes_each": ("Cada comida: minutos", "Cuánto duraba una comida."),
    "rest.relieved": (
        "¿Libre durante las comidas?",
        "¿Libre de toda obligación mientras comía?",
    ),
    "rest.on_call_hours": (
        "Espera: horas al día",
        "Horas de guardia o espera que son parte de las horas indicadas.",
    ),
    "rest.own_time": (
        "¿Tiempo propio en la espera?",
        "¿Podía el trabajador usar de verdad ese tiempo para sí?",
    ),
}

_PAY: Final = {
    "pay.basis": ("Forma de paga", "Lo que se prometió. Ninguna si no se prometió nada."),
    "pay.amount_low": ("Tarifa o cantidad: bajo", "Lo menos, si no es seguro."),
    "pay.amount_likely": (
        "Tarifa o cantidad: probable",
        "Dólares: por hora, día, tarea, salario, o por semana completa a destajo.",
    ),
    "pay.amount_high": ("Tarifa o cantidad: alto", "Lo más, si no es seguro."),
    "pay.per": ("Salario por", "Solo para un salario: el tiempo que paga."),
    "pay.covers_hours": (
        "Horas que cubre el salario",
        "Horas por semana que el salario debía cubrir, o todas. Vacío si no se sabe.",
    ),
    "pay.hours_at_rate": (
        "Horas con esta tarifa",
        "Solo con varias tarifas: una fila por tarifa, con sus horas de una semana completa.",
    ),
    "pay.jobs_per_workweek": ("Tareas por semana", "Solo por tarea."),
    "pay.waiting_hours": (
        "Horas de espera por semana",
        "Solo por pieza: horas sin piezas.",
    ),
    "pay.waiting_rate": ("Tarifa de espera", "Solo por pieza: dólares por hora."),
    "pay.guaranteed_hours": ("Horas garantizadas", "Solo con garantía: las horas que cubre."),
    "pay.guaranty": ("Garantía $", "Solo con garantía: dólares por semana."),
    "pay.irregular_hours": (
        "¿Horas irregulares?",
        "Solo con garantía: ¿por la naturaleza del trabajo?",
    ),
    "pay.conditions_met": (
        "¿Condiciones probadas?",
        "Solo con semana variable: ¿está probada cada condición de 29 C.F.R. § 778.114?",
    ),
    "paid.way": ("Cómo se pagó", "Elija No se pagó nada si fue así."),
    "paid.amount_low": ("Cantidad: bajo", "Lo menos, si no es seguro."),
    "paid.amount_likely": (
        "Cantidad: probable",
        "Dólares que llegaron al trabajador, después de lo retenido.",
    ),
    "paid.amount_high": ("Cantidad: alto", "Lo más, si no es seguro."),
    "payments.for": (
        "Por trabajo del",
        "Un día del trabajo que pagó, si no es la semana del pago.",
    ),
    "deductions.way": ("Cómo se quitó", "Elija de la lista."),
    "deductions.from": ("Desde, o el", "El día, o el primer día. Vacío si fue cada semana."),
    "deductions.to": ("Hasta", "El último día, para un total entre fechas."),
    "deductions.out_of_pocket": (
        "¿Lo pagó el trabajador?",
        "Sí si el trabajador lo pagó; no si se retuvo de la paga.",
    ),
    "deductions.voluntary": (
        "¿Aceptado libremente?",
        "Sin presión. Para un impuesto o pago a otros: ¿se entregó?",
    ),
    "facilities.measure": ("Qué es la cantidad", "Elija de la lista."),
    "facilities.voluntary": ("¿Aceptado libremente?", "Sin presión."),
    "facilities.customary": ("¿Acostumbrado?", "¿Lo dan por lo común tales empleadores?"),
    "facilities.recorded": ("¿Costo registrado?", "¿Llevaba el empleador registros del costo?"),
    "facilities.lawful": ("¿Alojamiento legal?", "Solo para alojamiento."),
    "tips.kept_by": ("Las guardó", "Quién se quedó con las propinas."),
    "tips.informed": (
        "¿Crédito explicado?",
        "¿Se explicó antes al trabajador el crédito por propinas?",
    ),
    "bonuses.kind": ("Tipo", "Bono si queda vacío."),
    "bonuses.way": ("Se paga por", "Elija de la lista."),
    "bonuses.from": ("Primer día", "Solo para un total entre fechas."),
    "bonuses.to": ("Último día", "Solo para un total entre fechas."),
    "bonuses.hours_per_workweek": (
        "Horas por semana",
        "Solo por cada hora: cuántas horas de una semana lo tenían. Todas si queda vacío.",
    ),
    "bonuses.excluded": (
        "¿Excluido?",
        "Sí si 29 U.S.C. § 207(e) lo deja fuera de la tarifa.",
    ),
}

_COVERAGE: Final = {
    "coverage.group": (
        "Grupo de cobertura",
        "Solo para trabajo anterior a 1978: el grupo por el que la ley lo alcanzó.",
    ),
    "coverage.domestic_service": ("¿Servicio doméstico?", "Trabajo en un hogar."),
    "coverage.lives_in": ("¿Vivía en la casa?", "¿Vivía el trabajador en ese hogar?"),
    "coverage.third_party_employer": (
        "¿Empleado por una agencia?",
        "Por una agencia u otro tercero, no por el hogar.",
    ),
    "coverage.companionship": (
        "¿Acompañamiento?",
        "Compañía y cuidado de una persona mayor o enferma.",
    ),
    "coverage.agriculture": ("¿Agricultura?", "Trabajo en una finca."),
    "coverage.small_farm": (
        "¿Finca pequeña?",
        "No más de 500 días-hombre en ningún trimestre del año anterior.",
    ),
    "coverage.youth_from": (
        "Salario juvenil: desde",
        "El primer día de empleo, antes de los veinte años.",
    ),
    "coverage.youth_through": (
        "Salario juvenil: hasta",
        "El último día antes de cumplir veinte años.",
    ),
    "coverage.eight_and_eighty_from": (
        "8 y 80 desde",
        "El primer día de un período de 14 días, para hospitales y similares.",
    ),
    "coverage.program": ("Programa de visa", "H-2A o H-2B."),
    "coverage.contract": ("Contrato federal", "Una orden ejecutiva que fija su salario."),
    "coverage.proven": ("¿Cobertura probada?", "¿Está probado que la ley cubre el trabajo?"),
}

_FIGURES: Final = {
    "gains.kind": (
        "Tipo",
        (
            "Dinero recibido: cantidad. Sexo comercial: fechas, días, actos, precio. Valor de "
            "mercado: horas, tarifa."
        ),
    ),
    "gains.days": ("Días", "Días con actos, dentro de las fechas."),
    "gains.acts_low": ("Actos al día: bajo", "Los menos, si no es seguro."),
    "gains.acts_likely": ("Actos al día: probable", "Actos en cada uno de esos días."),
    "gains.acts_high": ("Actos al día: alto", "Los más, si no es seguro."),
    "gains.price_low": ("Precio $: bajo", "Lo menos, si no es seguro."),
    "gains.price_likely": ("Precio $: probable", "Dólares por un acto."),
    "gains.price_high": ("Precio $: alto", "Lo más, si no es seguro."),
    "gains.hours": ("Horas", "Solo para valor de mercado."),
    "gains.rate": ("Tarifa $ por hora", "Solo para valor de mercado: lo que otros cobrarían."),
    "losses.category": ("Categoría", "Elija de la lista."),
    "losses.future": ("¿Aún por venir?", "Sí para un gasto que se espera y aún no ocurrió."),
    "positions.theory": (
        "Teoría",
        "Vacío para el caso mismo. Un nombre pone a su lado otra teoría, con sus propias elecciones.",
    ),
    "positions.position": (
        "Elección",
        "Elija de la lista; la hoja Listas dice qué hace cada una (en inglés).",
    ),
}

COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    **_EVERYWHERE,
    **_CASE,
    **_WORK,
    **_PAY,
    **_COVERAGE,
    **_FIGURES,
    **CIVIL,
}
